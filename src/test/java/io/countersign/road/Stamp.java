package io.countersign.road;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.execution.ActionExecutor;
import io.countersign.execution.Settled;
import io.countersign.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Writes approvals as rows, past the product, and calls the executor as a worker does, while the playbook still waits: so the executor is met alone. */
@Component
class Stamp {

    private final ActionExecutor executor;

    Stamp(ActionExecutor executor) {
        this.executor = executor;
    }

    void approve(ApprovalRequestView request, int level, String person, String team, Instant until) {
        TestDatabase.transactions().executeWithoutResult(transaction -> insert(request, level, person, team, until));
    }

    private static void insert(ApprovalRequestView request, int level, String person, String team, Instant until) {
        UUID asked = level == 1 ? request.id() : UUID.randomUUID();
        if (level == 2) {
            TestDatabase.jdbcClient().sql("""
                    insert into approval_request select ?, digest, incident, playbook_run, activity, ?, 2, teams, excluded, 'APPROVED', opened_at, escalates_at,
                    expires_at, null, 0 from approval_request where id = ?""").params(asked, asked.toString(), request.id()).update();
        }
        TestDatabase.jdbcClient().sql("insert into approval (id, request, digest, person, team, approved, rationale, at, expires_at) values (?, ?, ?, ?, ?, true, ?, ?, ?)")
                .params(UUID.randomUUID(), asked, request.digest().hex(), person, team, "Written past the product", Timestamp.from(request.openedAt()), Timestamp.from(until))
                .update();
    }

    /** What the playbook would have been told. */
    Settled execute(Walk walk, String action) {
        List<Settled> told = new ArrayList<>();
        execute(walk, action, told::add);
        if (told.size() != 1) {
            throw new AssertionError("The playbook was told " + told.size() + " times");
        }
        return told.get(0);
    }

    void execute(Walk walk, String action, Consumer<Settled> told) {
        executor.execute(walk.run(), action, told);
    }
}

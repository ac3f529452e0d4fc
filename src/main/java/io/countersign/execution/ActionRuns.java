package io.countersign.execution;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.PlaybookRunId;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the ledger. Of a stored one only what its life changes is ever written again; every method joins the caller's transaction. */
@Repository
class ActionRuns {

    private final JdbcClient jdbc;
    private final ActionRunMapper rows;

    ActionRuns(JdbcClient jdbc, ActionRunMapper rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** @throws OptimisticLockingFailureException if the row was changed by somebody else since it was read */
    ActionRun save(ActionRun run) {
        if (run.version() < 0) {
            insert(run);
        } else {
            update(run);
        }
        run.isStored();
        return run;
    }

    private void insert(ActionRun run) {
        ActionRunView row = run.view();
        jdbc.sql("""
                insert into action_run (id, digest, incident, playbook_run, activity, action_type, target_kind, target, parameters, agent, owner,
                    connector, sandbox, state, ours, prior, expected, found, undo_request, detail, lease, created_at, updated_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, 0)""")
                .params(row.id().value(), row.digest().hex(), row.incident().number(), row.playbookRun().value(), row.activity(), row.actionType(),
                        row.target().kind().name(), row.target().value(), rows.text(row.parameters()), row.agent(), row.owner(), row.connector(),
                        row.sandbox(), row.state().name(), row.ours(), rows.text(row.prior()), rows.text(row.expected()), rows.text(row.found()),
                        rows.text(run.undoRequest()), row.detail(), row.lease(), Timestamp.from(row.createdAt()), Timestamp.from(row.updatedAt()))
                .update();
    }

    private void update(ActionRun run) {
        ActionRunView row = run.view();
        int changed = jdbc.sql("""
                update action_run set state = ?, ours = ?, found = ?::jsonb, detail = ?, lease = ?, updated_at = ?, version = version + 1
                where id = ? and version = ?""")
                .params(row.state().name(), row.ours(), rows.text(row.found()), row.detail(), row.lease(), Timestamp.from(row.updatedAt()),
                        row.id().value(), run.version())
                .update();
        if (changed != 1) {
            throw new OptimisticLockingFailureException("Action run " + row.id() + " was changed by somebody else");
        }
    }

    Optional<ActionRun> findById(UUID id) {
        return jdbc.sql("select * from action_run where id = ?").param(id).query(rows).optional();
    }

    /** Whether the run has begun this. Its row is locked first, so that of two workers one asks after the other has said. */
    boolean begun(PlaybookRunId run, ActionDigest digest) {
        jdbc.sql("select id from playbook_run where id = ? for update").param(run.value()).query(String.class).optional();
        return jdbc.sql("select exists (select 1 from action_run where playbook_run = ? and digest = ?)").params(run.value(), digest.hex())
                .query(Boolean.class).single();
    }

    /** Locked until the transaction ends: two undos of one row begin one after the other. */
    Optional<ActionRun> lock(UUID id) {
        return jdbc.sql("select * from action_run where id = ? for update").param(id).query(rows).optional();
    }

    List<ActionRun> findByPlaybookRunOrderByCreatedAt(String playbookRun) {
        return jdbc.sql("select * from action_run where playbook_run = ? order by created_at").param(playbookRun).query(rows).list();
    }

    List<ActionRun> findByPlaybookRunAndActivityOrderByCreatedAtDesc(String playbookRun, String activity) {
        return jdbc.sql("select * from action_run where playbook_run = ? and activity = ? order by created_at desc").params(playbookRun, activity)
                .query(rows).list();
    }

    List<ActionRun> findByIncidentOrderByCreatedAt(long incident) {
        return jdbc.sql("select * from action_run where incident = ? order by created_at").param(incident).query(rows).list();
    }

    List<ActionRun> ofAgentInOpenRuns(String agent, Collection<String> states) {
        return jdbc.sql("""
                select r.* from action_run r join playbook_run p on p.id = r.playbook_run
                where r.agent = ? and r.state = any (?) and p.state <> 'ENDED' order by r.created_at desc""")
                .params(agent, states.toArray(String[]::new)).query(rows).list();
    }

    boolean existsByPlaybookRunAndStateIn(String playbookRun, Collection<ActionRunState> states) {
        return jdbc.sql("select exists (select 1 from action_run where playbook_run = ? and state = any (?))")
                .params(playbookRun, states.stream().map(ActionRunState::name).toArray(String[]::new)).query(Boolean.class).single();
    }
}

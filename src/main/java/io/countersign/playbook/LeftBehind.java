package io.countersign.playbook;

import io.countersign.approval.ApprovalDesk;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.rollback.RunOrders;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes the books on a run whose process instance is gone, and has taken back what such a run left. Each is one transaction under the lock of the run's row, so nodes that do it at once do it once. */
@Component
public class LeftBehind {

    private static final Actor ROLLBACK = Actor.system("rollback");

    private final PlaybookRuns runs;
    private final ApprovalDesk approvals;
    private final RunOrders orders;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    LeftBehind(PlaybookRuns runs, ApprovalDesk approvals, RunOrders orders, EvidenceLog evidence, InstantSource clock) {
        this.runs = runs;
        this.approvals = approvals;
        this.orders = orders;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The engine has no such process instance any more, and nobody was told. */
    @Transactional
    public void vanished(PlaybookRunId id) {
        approvals.withdrawAll(id);
        PlaybookRun run = runs.lock(id).orElseThrow();
        if (run.state() == PlaybookRun.State.ENDED) {
            return;
        }
        String outcome = "Cut off: its process instance vanished";
        approvals.endOf(id);
        runs.end(id, outcome, true, clock.instant());
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_ENDED, ROLLBACK).about(run.incident()).in(id).with("outcome", outcome));
    }

    /** @throws io.countersign.rollback.RunRequestRefused if somebody was first, or nothing is left */
    @Transactional
    public void takeBack(PlaybookRunId id) {
        orders.rollBack(id, "The run is over, and what it did was not taken back", ROLLBACK);
    }
}

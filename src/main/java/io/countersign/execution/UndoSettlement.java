package io.countersign.execution;

import io.countersign.evidence.ActionRunId;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction after an undo: what was seen becomes the state of the row and its lease, and the playbook is told once it is over. */
@Service
@Transactional
class UndoSettlement {

    private final ActionRuns runs;
    private final LeaseRegister leases;
    private final ExecutionRecord record;
    private final InstantSource clock;

    UndoSettlement(ActionRuns runs, LeaseRegister leases, ExecutionRecord record, InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.record = record;
        this.clock = clock;
    }

    public void nothingToUndo(Runnable told) {
        told.run();
    }

    public void settle(ActionRunId id, ActionRunState result, Sighting seen, Runnable told) {
        ActionRun run = runs.findById(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        run.move(result, words(result, seen), clock.instant());
        seen.state().ifPresent(run::saw);
        ActionRunView view = runs.save(run).view();
        record.undoObserved(view, seen.state().orElse(null));
        if (result == ActionRunState.UNDO_FAILED) {
            return;
        }
        ended(view, result, seen);
        told.run();
    }

    /** What was left to a person is seen to be as before, without anything done by us. */
    public void seenRestored(ActionRunId id, Sighting seen) {
        ActionRun run = runs.lock(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        if (run.state().leftToAPerson()) {
            settle(id, ActionRunState.RESTORED, seen, () -> { });
        }
    }

    private void ended(ActionRunView view, ActionRunState result, Sighting seen) {
        if (view.lease() == null) {
            return;
        }
        leases.ended(view, result == ActionRunState.RESTORED ? Lease.State.RELEASED : Lease.State.DRIFTED, seen.state().orElse(null));
    }

    private static String words(ActionRunState result, Sighting seen) {
        return switch (result) {
            case RESTORED -> "The target was seen as it was before";
            case PARTIAL -> "Only a part of the target is as it was before";
            case DRIFTED -> "Somebody changed the target in between; nothing was overwritten";
            default -> "The undo was not seen on the target: " + seen.note();
        };
    }
}

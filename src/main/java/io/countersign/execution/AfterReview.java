package io.countersign.execution;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person looked at what a rollback left, and says what it is like: with that, and not with an undo, ends the run's hold on it.
 *
 * <p>That word is the last on what a machine tried in vain, or must not try. Where none has tried yet, it is the last only if the
 * person accepts that the effect stays: whoever says that all is as before is believed when that was seen, so the hold stays, and
 * the effect is taken back from the ledger as soon as the run is over, as is one of which it is not known whether it came. In a run
 * that takes back from the ledger a person's word is the last in any case, and stands in the ledger as what it is.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AfterReview {

    private static final String ACCEPTED = "ACCEPTED";

    private final ActionRuns runs;
    private final Leases leases;
    private final LeaseRows rows;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    AfterReview(ActionRuns runs, Leases leases, LeaseRows rows, EvidenceLog evidence, InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.rows = rows;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** @param statement a value of the form's field of this name */
    public void close(PlaybookRun run, String statement, Actor person) {
        leases.heldBy(run.acted()).forEach(lease -> Leases.own(lease, run.acted()).stream()
                .filter(holder -> !leftToTheMachine(run, holder, statement)).forEach(holder -> close(run, lease, holder, statement, person)));
    }

    private boolean leftToTheMachine(PlaybookRun run, Lease.Holder holder, String statement) {
        ActionRunState state = row(holder).state();
        return run.reverses() == null && (state.inFlight() || state.untried() && !ACCEPTED.equals(statement));
    }

    private void close(PlaybookRun run, Lease lease, Lease.Holder holder, String statement, Actor person) {
        rows.holder(holder.actionRun(), Lease.Hold.RELEASED, null, clock.instant());
        boolean others = rows.find(lease.id()).orElseThrow().holding().stream().findAny().isPresent();
        rows.untilOfHolders(lease.id());
        rows.state(lease.id(), others ? Lease.State.ACTIVE : Lease.State.RELEASED, null, clock.instant());
        ActionRun row = row(holder);
        if (row.state().needsUndo() && row.state() != ActionRunState.UNDOING) {
            row.move(others ? ActionRunState.HANDED_OVER : ActionRunState.UNSAFE, "A person looked at the target and said: " + statement, clock.instant());
            runs.save(row);
        }
        evidence.append(Leases.entry(EvidenceKind.LEASE_RELEASED, run, lease, person).with("by", "a person's statement").with("statement", statement));
    }

    private ActionRun row(Lease.Holder holder) {
        return runs.lock(holder.actionRun().value()).orElseThrow(() -> new IllegalStateException("Ledger row " + holder.actionRun() + " is missing"));
    }
}

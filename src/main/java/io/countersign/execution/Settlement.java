package io.countersign.execution;

import io.countersign.connector.Answer;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction after an effect: what was answered and what was seen become the state of the ledger row and its lease, and the playbook is told. */
@Service
@Transactional
class Settlement {

    private final ActionRuns runs;
    private final LeaseRegister leases;
    private final LeaseRows leaseRows;
    private final ExecutionRecord record;
    private final InstantSource clock;

    Settlement(ActionRuns runs, LeaseRegister leases, LeaseRows leaseRows, ExecutionRecord record, InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.leaseRows = leaseRows;
        this.record = record;
        this.clock = clock;
    }

    public void refused(PlaybookRunId run, String activity, String reason, Consumer<Settled> told) {
        record.refused(run, activity, reason);
        told.accept(Settled.without(ActionOutcome.REFUSED));
    }

    public void settle(ActionRunId id, Answer answer, Sighting seen, Consumer<Settled> told) {
        ActionRun run = runs.findById(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        answered(run, answer);
        seen.state().ifPresent(run::saw);
        ActionOutcome outcome = judge(run, answer, seen);
        ActionRunView view = runs.save(run).view();
        record.settled(view, answer, seen, outcome);
        told.accept(lease(view, outcome, seen));
    }

    /** The outcome is on record already; the playbook did not hear of it. */
    public void again(ActionRunId id, Consumer<Settled> told) {
        ActionRunView run = runs.findById(id.value()).map(ActionRun::view).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        ActionOutcome outcome = run.state() == ActionRunState.CONFIRMED || run.state() == ActionRunState.DRY_RUN ? ActionOutcome.CONFIRMED
                : run.state() == ActionRunState.NOT_APPLIED ? ActionOutcome.NOT_APPLIED : ActionOutcome.UNKNOWN;
        told.accept(run.lease() == null || outcome == ActionOutcome.NOT_APPLIED ? Settled.without(outcome) : held(run, outcome));
    }

    /** A second look at a try whose end was unknown. @return whether its effect is there by now */
    public boolean confirmed(ActionRunId id, Sighting seen) {
        settle(id, new Answer.Lost("Looked again before another try"), seen, nobody -> { });
        return runs.findById(id.value()).orElseThrow().state() == ActionRunState.CONFIRMED;
    }

    private void answered(ActionRun run, Answer answer) {
        if (run.state() != ActionRunState.EXECUTING) {
            return;
        }
        Instant now = clock.instant();
        if (answer instanceof Answer.Accepted accepted) {
            run.move(ActionRunState.SUCCEEDED, accepted.detail(), now);
        } else if (answer instanceof Answer.Refused refused) {
            run.move(ActionRunState.FAILED, refused.reason(), now);
        } else {
            run.move(ActionRunState.UNKNOWN, ((Answer.Lost) answer).reason(), now);
        }
    }

    /** Only a definite refusal that is also seen counts as not applied: an order that was accepted or lost may still come into effect. */
    private ActionOutcome judge(ActionRun run, Answer answer, Sighting seen) {
        Instant now = clock.instant();
        if (seen.is(run.view().expected())) {
            run.move(ActionRunState.CONFIRMED, "The effect was seen on the target", now);
            return ActionOutcome.CONFIRMED;
        }
        if (run.state() == ActionRunState.FAILED && seen.is(run.view().prior())) {
            run.move(ActionRunState.NOT_APPLIED, "The target is as before: " + ((Answer.Refused) answer).reason(), now);
            return ActionOutcome.NOT_APPLIED;
        }
        if (run.state() != ActionRunState.UNKNOWN) {
            run.move(ActionRunState.UNKNOWN, "The effect was not seen: " + seen.note(), now);
        }
        return ActionOutcome.UNKNOWN;
    }

    private Settled lease(ActionRunView run, ActionOutcome outcome, Sighting seen) {
        if (run.lease() == null) {
            return Settled.without(outcome);
        }
        if (outcome == ActionOutcome.NOT_APPLIED) {
            leases.neverBegan(run);
            return Settled.without(outcome);
        }
        Optional<Instant> until = leases.started(run, seen.state().orElse(null));
        return until.isPresent() ? new Settled(outcome, true, until) : held(run, outcome);
    }

    private Settled held(ActionRunView run, ActionOutcome outcome) {
        return new Settled(outcome, true, leaseRows.until(run.lease()));
    }
}

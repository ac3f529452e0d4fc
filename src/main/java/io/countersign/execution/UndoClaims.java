package io.countersign.execution;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.Reversibility;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialBroker;
import io.countersign.agent.CredentialGrant;
import io.countersign.agent.MintsCredential;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction before an undo: lets go of the lease and mints the credential, or finds that there is nothing for a machine to undo. */
@Service
@Transactional
class UndoClaims {

    /** What is to be undone now. {@code effect} is the row that made the effect, which may be another run's. */
    record Claim(ActionRunView run, ActionRunView effect, Credential credential) {
    }

    private final ActionRuns runs;
    private final LeaseRegister leases;
    private final ActionCatalogue catalogue;
    private final CredentialBroker broker;
    private final ExecutionRecord record;
    private final ExecutionSettings settings;
    private final InstantSource clock;

    UndoClaims(ActionRuns runs, LeaseRegister leases, ActionCatalogue catalogue, CredentialBroker broker, ExecutionRecord record, ExecutionSettings settings,
               InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.catalogue = catalogue;
        this.broker = broker;
        this.record = record;
        this.settings = settings;
        this.clock = clock;
    }

    /** What this element did that is not taken back, newest first. */
    @Transactional(readOnly = true)
    public List<ActionRunId> open(PlaybookRunId run, String activity) {
        return runs.findByPlaybookRunAndActivityOrderByCreatedAtDesc(run.value(), activity).stream()
                .filter(row -> row.state().needsUndo()).map(row -> row.view().id()).toList();
    }

    /** @return empty when nothing is to be called; {@code told} was then run in this transaction */
    public Optional<Claim> begin(ActionRunId id, Runnable told) {
        ActionRun run = runs.lock(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        if (!run.state().needsUndo()) {
            told.run();
            return Optional.empty();
        }
        return begin(run, told);
    }

    /** One that was left to a person because somebody had changed the target. @return empty when nothing is to be called */
    public Optional<Claim> beginAgain(ActionRunId id) {
        ActionRun run = runs.lock(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        return run.state() == ActionRunState.PARTIAL || run.state() == ActionRunState.DRIFTED ? begin(run, () -> { }) : Optional.empty();
    }

    private Optional<Claim> begin(ActionRun run, Runnable told) {
        if (run.state() == ActionRunState.UNDOING && clock.instant().isBefore(run.view().updatedAt().plus(settings.undoAlone()))) {
            throw new TargetBusy("The undo on " + run.view().target() + " is under way");
        }
        Optional<String> nothing = nothingToUndo(run);
        if (nothing.isPresent()) {
            return closed(run, ActionRunState.RESTORED, nothing.get(), told);
        }
        Reversibility reversibility = catalogue.get(run.view().actionType()).reversibility();
        if (reversibility == Reversibility.R4 || reversibility == Reversibility.R5) {
            return closed(run, ActionRunState.UNSAFE, reversibility == Reversibility.R4 ? "It cannot be undone; see what can be done by hand"
                    : "Undoing it by machine is unsafe; a person has to decide and do it", told);
        }
        Optional<Lease> last = leases.letGo(run.view());
        if (last.isEmpty()) {
            return closed(run, ActionRunState.HANDED_OVER, "Other runs still hold it, so the target was not touched", told);
        }
        return Optional.of(claim(run, last.get()));
    }

    /**
     * An order that was not seen in effect and that no machine may call off is left to the person who looks at the run at its end. It
     * holds nothing any more: another try takes a hold of its own.
     *
     * @return false if a machine can call it off, or something was seen of it
     */
    public boolean leaveToAPerson(ActionRunId id, Sighting seen) {
        ActionRun run = runs.lock(id.value()).orElseThrow(() -> new IllegalStateException("Ledger row " + id + " is missing"));
        boolean machine = catalogue.get(run.view().actionType()).reversibility().autonomyThinkable();
        if (machine || run.state() != ActionRunState.UNKNOWN || !seen.is(run.view().prior())) {
            return false;
        }
        run.move(ActionRunState.UNSAFE, "Not seen in effect, and no machine may call it off: it may still come", clock.instant());
        ActionRunView view = runs.save(run).view();
        record.undoObserved(view, seen.state().orElse(null));
        broker.withdraw(id);
        if (view.lease() != null) {
            leases.neverBegan(view);
        }
        return true;
    }

    private Optional<String> nothingToUndo(ActionRun run) {
        if (!run.view().ours() && run.view().lease() == null) {
            return Optional.of("The target was so before us; it was left as it is");
        }
        if (!catalogue.get(run.view().actionType()).reversibility().lasting() && catalogue.get(run.view().actionType()).reversibility() != Reversibility.R4) {
            return Optional.of("It ended by itself: nothing is there to undo");
        }
        return run.view().lease() == null && catalogue.get(run.view().actionType()).reversibility().lasting()
                ? Optional.of("The target was so before us; it was left as it is") : Optional.empty();
    }

    private Optional<Claim> closed(ActionRun run, ActionRunState to, String why, Runnable told) {
        run.move(to, why, clock.instant());
        record.undoObserved(runs.save(run).view(), null);
        if (to == ActionRunState.UNSAFE && run.view().lease() != null) {
            leases.leftToAPerson(run.view());
        }
        told.run();
        return Optional.empty();
    }

    @MintsCredential("The way back of an authorised effect must stay open; this run was the last to hold the lease, which is locked")
    private Claim claim(ActionRun run, Lease lease) {
        run.undoing(clock.instant());
        runs.save(run);
        ActionRunView effect = runs.findById(lease.effectRun().value()).map(ActionRun::view)
                .orElseThrow(() -> new IllegalStateException("Ledger row " + lease.effectRun() + " is missing"));
        record.undoAttempted(run.view());
        broker.withdraw(effect.id());
        Credential credential = broker.mint(new CredentialGrant(CredentialGrant.Verb.UNDO, effect.digest(), effect.target(), effect.connector(),
                effect.agent(), effect.id(), run.view().playbookRun(), run.view().incident()), effect.actionType());
        return new Claim(run.view(), effect, credential);
    }
}

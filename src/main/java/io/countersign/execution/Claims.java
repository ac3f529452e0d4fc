package io.countersign.execution;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialBroker;
import io.countersign.agent.CredentialGrant;
import io.countersign.agent.MintsCredential;
import io.countersign.connector.ConnectorCall;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.AuthorityCheck.Authority;
import io.countersign.policy.Assessment;
import io.countersign.policy.Assessments;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transaction before an effect: authority proven, ledger row and lease stored with the way back, credential minted; or nothing at all. */
@Service
class Claims {

    /** What may be carried out now, with the one credential for it. */
    record Claim(ActionRunView run, Credential credential) {
    }

    private final Assessments assessments;
    private final Clearance clearance;
    private final ActionRuns runs;
    private final LeaseRegister leases;
    private final CredentialBroker broker;
    private final ExecutionRecord record;
    private final InstantSource clock;

    Claims(Assessments assessments, Clearance clearance, ActionRuns runs, LeaseRegister leases, CredentialBroker broker, ExecutionRecord record,
           InstantSource clock) {
        this.assessments = assessments;
        this.clearance = clearance;
        this.runs = runs;
        this.leases = leases;
        this.broker = broker;
        this.record = record;
        this.clock = clock;
    }

    /** What is known before anything is done. {@code begun}: the row of this very digest, if it was begun before; {@code unclear}: earlier tries of the element that may still come into effect. */
    record Start(Optional<Assessment> assessment, Optional<ActionRunView> begun, List<ActionRunView> unclear) {
    }

    @Transactional(readOnly = true)
    public Start start(PlaybookRunId run, String activity) {
        Optional<Assessment> assessment = assessments.latest(run, activity);
        List<ActionRunView> rows = runs.findByPlaybookRunAndActivityOrderByCreatedAtDesc(run.value(), activity).stream().map(ActionRun::view).toList();
        return new Start(assessment, rows.stream().filter(row -> assessment.filter(a -> a.digest().equals(row.digest())).isPresent()).findFirst(),
                rows.stream().filter(row -> row.state().needsUndo() && row.state() != ActionRunState.CONFIRMED)
                        .filter(row -> assessment.filter(a -> a.digest().equals(row.digest())).isEmpty()).toList());
    }

    /** See {@link LeaseHistory#changes}. */
    @Transactional(readOnly = true)
    public long leaseChanges(String connector, ConnectorCall call) {
        return leases.changes(connector, call);
    }

    /** @throws ActionHeld if somebody stopped it; that it waits is then kept */
    @Transactional(noRollbackFor = ActionHeld.class)
    public void unlessStopped(Assessment assessment, String connector) {
        clearance.unlessStopped(assessment, connector);
    }

    /**
     * @return empty when nothing is to be called: the playbook was told in this transaction
     * @throws TargetBusy     see {@link LeaseRegister}
     * @throws LookedTooEarly when what was seen and the leases do not go together, and a lease may have changed in between
     * @throws ActionHeld     as above
     */
    @Transactional(noRollbackFor = ActionHeld.class)
    public Optional<Claim> claim(Assessment assessment, Preparation prepared, Consumer<Settled> told) {
        requireNotBegun(assessment);
        Authority answer = clearance.of(assessment, prepared.connector().id());
        if (answer instanceof Authority.Stale stale) {
            record.stale(assessment, stale.reason());
            told.accept(Settled.without(ActionOutcome.STALE));
            return Optional.empty();
        }
        if (answer instanceof Authority.Missing missing) {
            record.refused(assessment, missing.reason());
            told.accept(Settled.without(ActionOutcome.REFUSED));
            return Optional.empty();
        }
        return take(assessment, (Authority.Proven) answer, prepared, told);
    }

    /** It could not even be tried. @throws TargetBusy as above */
    @Transactional
    public void notTried(Assessment assessment, String reason, Consumer<Settled> told) {
        requireNotBegun(assessment);
        record.refused(assessment, reason);
        told.accept(Settled.without(ActionOutcome.FAILED));
    }

    /**
     * A worker whose lock ran out may have begun this very digest since {@link #start}: then nothing is to be said of it but what comes
     * of that, whatever the authority is by now.
     */
    private void requireNotBegun(Assessment assessment) {
        if (runs.begun(assessment.request().playbookRun(), assessment.digest())) {
            throw new TargetBusy("Another worker has begun this on " + assessment.request().target() + " since it was looked at");
        }
    }

    private Optional<Claim> take(Assessment assessment, Authority.Proven proven, Preparation prepared, Consumer<Settled> told) {
        ActionRun run = new ActionRun(prepared.call().actionRun(), assessment, proven.agent().owner(), prepared, clock.instant());
        if (proven.pretends()) {
            pretend(run, assessment, told);
            return Optional.empty();
        }
        Instant until = clock.instant().plus(assessment.verdict().lease());
        boolean lasting = proven.type().reversibility().lasting();
        Optional<Lease> inForce = lasting ? leases.inForce(run.view()) : Optional.empty();
        if (lasting && inForce.isPresent() != prepared.alreadySo()) {
            requireLookStillHolds(prepared);
        }
        if (inForce.isPresent() || prepared.alreadySo()) {
            clearance.nothingNew(assessment);
        }
        if (inForce.isPresent()) {
            share(run, inForce.get(), prepared, until, assessment, told);
            return Optional.empty();
        }
        if (prepared.alreadySo()) {
            run.move(ActionRunState.CONFIRMED, "The target was so before; that is not ours and will not be taken back", clock.instant());
            record.alreadySo(runs.save(run).view());
            told.accept(Settled.without(ActionOutcome.CONFIRMED));
            return Optional.empty();
        }
        if (lasting) {
            run.heldBy(leases.begin(run.view(), until), true);
        }
        return Optional.of(begin(run, assessment));
    }

    /** Contained without a lease, or a lease without containment: so it looks, too, when another run contained or released the target since the look. */
    private void requireLookStillHolds(Preparation prepared) {
        if (!Long.valueOf(leases.changes(prepared.connector().id(), prepared.call())).equals(prepared.leaseChanges())) {
            throw new LookedTooEarly(prepared.call().target() + " may have been contained or released by another run since it was looked at");
        }
    }

    /** The playbook goes on as if it had been done: so the dry run reaches its end. No lease, no credential, nothing to take back. */
    private void pretend(ActionRun run, Assessment assessment, Consumer<Settled> told) {
        run.heldBy(null, false);
        run.move(ActionRunState.DRY_RUN, "Dry run: it would have been done, and nothing was sent", clock.instant());
        record.pretended(runs.save(run).view(), assessment);
        told.accept(Settled.without(ActionOutcome.CONFIRMED));
    }

    @MintsCredential("AuthorityCheck proved this very digest in this transaction, and the ledger row with its way back is stored in it")
    private Claim begin(ActionRun run, Assessment assessment) {
        run.move(ActionRunState.EXECUTING, "The call is being made", clock.instant());
        ActionRunView view = runs.save(run).view();
        record.attempted(view, assessment);
        Credential credential = broker.mint(new CredentialGrant(CredentialGrant.Verb.ACT, view.digest(), view.target(), view.connector(), view.agent(),
                view.id(), view.playbookRun(), view.incident()), view.actionType());
        return new Claim(view, credential);
    }

    private void share(ActionRun run, Lease lease, Preparation prepared, Instant until, Assessment assessment, Consumer<Settled> told) {
        if (lease.state() == Lease.State.DRIFTED || !prepared.alreadySo()) {
            record.refused(assessment, "The register has a lease on " + run.view().target() + " that does not fit what is seen there ("
                    + prepared.prior().attributes() + "); a person has to look first");
            told.accept(Settled.without(ActionOutcome.FAILED));
            return;
        }
        run.heldBy(lease.id(), false);
        run.move(ActionRunState.CONFIRMED, "Contained already by another run; this run holds it as well", clock.instant());
        ActionRunView view = runs.save(run).view();
        leases.join(lease, view, until);
        told.accept(new Settled(ActionOutcome.CONFIRMED, true, Optional.of(until)));
    }
}

package io.countersign.execution;

import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who holds what: a run takes hold before its effect, and an effect is taken back only when the last one let go. Joins the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class LeaseRegister {

    private final LeaseRows rows;
    private final LeaseHistory history;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    LeaseRegister(LeaseRows rows, LeaseHistory history, EvidenceLog evidence, InstantSource clock) {
        this.rows = rows;
        this.history = history;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** The lease that is in force on this effect, locked. @throws TargetBusy while it is being made or undone */
    Optional<Lease> inForce(ActionRunView run) {
        Optional<Lease> lease = rows.lockInForce(run);
        lease.filter(l -> l.state() == Lease.State.PENDING || l.state() == Lease.State.RELEASING).ifPresent(l -> {
            throw new TargetBusy(run.target() + " is just now being contained or released by another run");
        });
        return lease;
    }

    /** See {@link LeaseHistory#changes}. */
    long changes(String connector, ConnectorCall call) {
        return history.changes(connector, call);
    }

    /** Takes a new lease for an effect about to be made. @throws TargetBusy if another run was first */
    UUID begin(ActionRunView run, Instant until) {
        UUID id = UUID.randomUUID();
        if (!rows.insertPending(id, run, clock.instant(), until)) {
            throw new TargetBusy(run.target() + " is just now being contained by another run");
        }
        rows.insertHolder(id, run, clock.instant(), until);
        return id;
    }

    /** Another run wants what is contained already. */
    void join(Lease lease, ActionRunView run, Instant until) {
        rows.insertHolder(lease.id(), run, clock.instant(), until);
        rows.untilOfHolders(lease.id());
        evidence.append(entry(EvidenceKind.LEASE_JOINED, run, lease.id()).with("until", until.toString()));
    }

    /** The effect was made, or may have been: it is contained. @return when the lease ends; empty when it had started, or ended, before */
    Optional<Instant> started(ActionRunView run, TargetState observed) {
        Optional<Instant> until = rows.activate(run.lease(), observed, clock.instant());
        until.ifPresent(end -> evidence.append(entry(EvidenceKind.LEASE_STARTED, run, run.lease()).with("until", end.toString())));
        return until;
    }

    /** It was seen that the effect was not made. */
    void neverBegan(ActionRunView run) {
        rows.holder(run.id(), Lease.Hold.RELEASED, null, clock.instant());
        rows.state(run.lease(), Lease.State.RELEASED, null, clock.instant());
    }

    /** This run lets go. @return the lease if nobody else holds it and the effect must be taken back now; it is then RELEASING */
    Optional<Lease> letGo(ActionRunView run) {
        Lease lease = rows.lock(run.lease()).orElseThrow(() -> new IllegalStateException("Lease " + run.lease() + " is missing"));
        if (lease.state() == Lease.State.RELEASED) {
            return holdAgain(run, lease);
        }
        boolean others = lease.holding().stream().anyMatch(holder -> !holder.actionRun().equals(run.id()));
        if (others) {
            rows.holder(run.id(), Lease.Hold.RELEASED, null, clock.instant());
            rows.untilOfHolders(lease.id());
            evidence.append(entry(EvidenceKind.LEASE_RELEASED, run, lease.id()).with("stillHeldBy", lease.holding().stream()
                    .filter(holder -> !holder.actionRun().equals(run.id())).map(holder -> holder.incident() + " " + holder.playbookRun()).toList()));
            return Optional.empty();
        }
        rows.state(lease.id(), Lease.State.RELEASING, null, clock.instant());
        return Optional.of(lease);
    }

    /** A person had closed the lease with the effect in place. If another run contained the target since, the effect is that run's now. */
    private Optional<Lease> holdAgain(ActionRunView run, Lease lease) {
        if (inForce(run).isPresent()) {
            return Optional.empty();
        }
        rows.holder(run.id(), Lease.Hold.HOLDING, null, null);
        rows.state(lease.id(), Lease.State.RELEASING, null, clock.instant());
        return Optional.of(lease);
    }

    /** No machine may take it back: it stays on the board as what a person has to look at, unless one closed it before. */
    void leftToAPerson(ActionRunView run) {
        if (rows.lock(run.lease()).filter(lease -> lease.state() != Lease.State.RELEASED).isPresent()) {
            rows.state(run.lease(), Lease.State.DRIFTED, null, clock.instant());
        }
    }

    /** The undo of the last holder ended, seen as {@code to}. */
    void ended(ActionRunView run, Lease.State to, TargetState observed) {
        if (to == Lease.State.RELEASED) {
            rows.holder(run.id(), Lease.Hold.RELEASED, null, clock.instant());
            evidence.append(entry(EvidenceKind.LEASE_RELEASED, run, run.lease()));
        }
        rows.state(run.lease(), to, observed, clock.instant());
    }

    static EvidenceEntry entry(EvidenceKind kind, ActionRunView run, UUID lease) {
        return EvidenceEntry.of(kind, Actor.system("execution")).about(run.incident()).in(run.playbookRun()).of(run.id()).digest(run.digest().hex())
                .with("lease", lease.toString()).with("target", run.target().toString()).with("sandbox", run.sandbox() ? true : null);
    }
}

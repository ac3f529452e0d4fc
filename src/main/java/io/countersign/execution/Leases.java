package io.countersign.execution;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is contained right now; and what a person decides on it while it lasts. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Leases {

    private final LeaseRows rows;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    Leases(LeaseRows rows, EvidenceLog evidence, InstantSource clock) {
        this.rows = rows;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** All that is contained: what a person has to look at first, then by the end of the lease. */
    @Transactional(readOnly = true)
    public List<Lease> inForce() {
        return rows.inForce();
    }

    @Transactional(readOnly = true)
    public long countInForce() {
        return rows.countInForce();
    }

    @Transactional(readOnly = true)
    public Optional<Lease> find(UUID id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public List<Lease> ofRun(PlaybookRunId run) {
        return rows.ofPlaybookRun(run.value());
    }

    /** Which effects of this run a person decided to keep, and until when, as far as that is still to come. */
    @Transactional(readOnly = true)
    public Map<ActionRunId, Instant> keptBy(PlaybookRunId run, Instant now) {
        return rows.ofPlaybookRun(run.value()).stream().flatMap(lease -> own(lease, run).stream())
                .filter(holder -> holder.state() == Lease.Hold.KEPT && holder.until().isAfter(now))
                .collect(Collectors.toMap(Lease.Holder::actionRun, Lease.Holder::until));
    }

    /** A person decides that what this run contains stays until then, sooner or later than its lease said; the run releases it when that time comes. */
    public void keep(PlaybookRun run, Instant until, String reason, Actor person) {
        for (Lease lease : heldBy(run.id())) {
            own(lease, run.id()).forEach(holder -> rows.holder(holder.actionRun(), Lease.Hold.KEPT, until, null));
            rows.untilOfHolders(lease.id());
            rows.state(lease.id(), Lease.State.KEPT, null, clock.instant());
            evidence.append(entry(EvidenceKind.LEASE_KEPT, run, lease, person).with("until", until.toString()).with("reason", reason));
        }
    }

    /** A person looked at what a rollback left, and wants it followed up: it stays on the board as what somebody has to look at, and the run stays open. */
    public void followUp(PlaybookRun run, Instant askAgain, String reason, Actor person) {
        for (Lease lease : heldBy(run.acted())) {
            rows.state(lease.id(), Lease.State.DRIFTED, null, clock.instant());
            evidence.append(entry(EvidenceKind.LEASE_KEPT, run, lease, person).with("followUp", true).with("askAgain", askAgain.toString()).with("reason", reason));
        }
    }

    /** The end of the lease was reached: said, before the release it causes. */
    public void expired(PlaybookRun run) {
        heldBy(run.id()).forEach(lease -> evidence.append(entry(EvidenceKind.LEASE_EXPIRED, run, lease, Actor.system("execution"))));
    }

    /** Locked until the transaction ends. */
    List<Lease> heldBy(PlaybookRunId run) {
        return rows.ofPlaybookRun(run.value()).stream().map(lease -> rows.lock(lease.id()).orElseThrow())
                .filter(lease -> lease.state() != Lease.State.RELEASED && !own(lease, run).isEmpty()).toList();
    }

    static List<Lease.Holder> own(Lease lease, PlaybookRunId run) {
        return lease.holding().stream().filter(holder -> holder.playbookRun().equals(run.value())).toList();
    }

    static EvidenceEntry entry(EvidenceKind kind, PlaybookRun run, Lease lease, Actor actor) {
        return EvidenceEntry.of(kind, actor).about(run.incident()).in(run.id()).of(lease.effectRun()).with("lease", lease.id().toString())
                .with("target", lease.target().toString()).with("sandbox", lease.sandbox() ? true : null);
    }
}

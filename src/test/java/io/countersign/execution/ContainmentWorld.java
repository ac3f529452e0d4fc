package io.countersign.execution;

import io.countersign.action.ActionRequest;
import io.countersign.action.CanonicalRequest;
import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.connector.ConnectorCall;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.HonestTarget.Reply;
import io.countersign.policy.Assessment;
import io.countersign.policy.RiskFacts;
import io.countersign.policy.RiskVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Some incidents with a run each and some targets that they share, and all that people, strangers, workers and time can do to them. */
class ContainmentWorld {

    static final int RUNS = 3;
    static final int TARGETS = 2;

    private static final ExecutionModule.Parts PARTS = ExecutionModule.start();

    /** A worker that was held up after its claim, with the credential in hand. */
    private record HeldUp(ActionRunView row, Credential credential) {
    }

    final ExecutionModule.Parts parts = PARTS;
    final List<PlaybookRun> runs = new ArrayList<>();
    final List<Target> targets = new ArrayList<>();
    private final List<HeldUp> heldUp = new ArrayList<>();

    ContainmentWorld() {
        parts.target().forget();
        long first = ThreadLocalRandom.current().nextLong(1L << 20, 1L << 52);
        IntStream.range(0, RUNS).forEach(n -> runs.add(new PlaybookRun(new PlaybookRunId(UUID.randomUUID().toString()), new IncidentId(first + n), "block-malicious-address", 1,
                "definition", "SYSTEM", "policy", "a test", PlaybookRun.State.RUNNING, null, now(), null, null, null, null, null, false)));
        IntStream.range(0, TARGETS).forEach(n -> targets.add(new Target(TargetKind.ADDRESS, "203.0.113." + n + "/" + first)));
        parts.transaction().executeWithoutResult(open -> runs.forEach(parts.runs()::open));
    }

    Instant now() {
        return parts.clock().instant();
    }

    static String activity(int target) {
        return "block-" + target;
    }

    List<ActionRunView> rows(int run) {
        return parts.ledger().ofRun(runs.get(run).id());
    }

    List<ActionRunView> rows(int run, int target) {
        return rows(run).stream().filter(row -> row.activity().equals(activity(target))).toList();
    }

    List<Lease> leases(int run) {
        return parts.leases().ofRun(runs.get(run).id());
    }

    /** The lease in force on a target, whoever holds it. */
    Optional<Lease> inForce(int target) {
        return IntStream.range(0, RUNS).boxed().flatMap(run -> leases(run).stream())
                .filter(lease -> lease.target().equals(targets.get(target)) && lease.state() != Lease.State.RELEASED).findFirst();
    }

    /** Assessed anew, and carried out by a worker. */
    void act(int run, int target, Reply reply, int hours) {
        assess(run, target, hours);
        parts.target().willReply(reply);
        deliver(run, target);
    }

    /** The same task comes once more: its worker died, or the playbook could not go on. */
    void deliver(int run, int target) {
        patiently(() -> parts.executor().execute(runs.get(run).id(), activity(target), told -> { }));
    }

    /** A worker claims it, and dies or is held up before it calls. */
    void claimOnly(int run, int target, int hours) {
        assess(run, target, hours);
        claim(run, target).ifPresent(heldUp::add);
    }

    /** A worker claims it and calls, and dies before it can write anything down. */
    void claimAndCallOnly(int run, int target, Reply reply, int hours) {
        assess(run, target, hours);
        parts.target().willReply(reply);
        claim(run, target).ifPresent(this::call);
    }

    /** One that was held up goes on as if nothing had happened. */
    void goOn() {
        parts.target().willReply(Reply.DONE);
        List.copyOf(heldUp).forEach(this::call);
        heldUp.clear();
    }

    private void call(HeldUp worker) {
        parts.target().act(callOf(worker.row()), worker.credential());
    }

    private Optional<HeldUp> claim(int run, int target) {
        Claims.Start start = parts.claims().start(runs.get(run).id(), activity(target));
        if (start.begun().isPresent() || !start.unclear().isEmpty()) {
            return Optional.empty();
        }
        Assessment assessment = start.assessment().orElseThrow();
        ConnectorCall call = new ConnectorCall(new ActionRunId(UUID.randomUUID()), assessment.digest(), HonestTarget.ACTION, assessment.request().target(), Map.of());
        List<HeldUp> claimed = new ArrayList<>();
        patiently(() -> parts.claims().claim(assessment, Preparation.of(parts.target(), call, parts.claims().leaseChanges(parts.target().id(), call)), told -> { })
                .ifPresent(claim -> claimed.add(new HeldUp(claim.run(), claim.credential()))));
        return claimed.stream().findFirst();
    }

    /** The playbook's compensation handler takes it back. */
    void undo(int run, int target, Reply reply) {
        parts.target().willReply(reply);
        patiently(() -> parts.undo().undo(runs.get(run).id(), activity(target), () -> { }));
    }

    /** A worker begins to take it back, and dies before or after its call. */
    void undoDies(int run, int target, boolean called) {
        parts.target().willReply(Reply.DONE);
        parts.undoClaims().open(runs.get(run).id(), activity(target)).stream().findFirst().ifPresent(row -> patiently(() ->
                parts.undoClaims().begin(row, () -> { }).filter(claim -> called)
                        .ifPresent(claim -> parts.target().undo(callOf(claim.effect()), claim.effect().prior(), claim.credential()))));
    }

    /** As the run of its own does that takes back what another left. */
    void takeBackFromLedger(int run, int target) {
        parts.target().willReply(Reply.DONE);
        List<ActionRunView> rows = new ArrayList<>(rows(run, target));
        java.util.Collections.reverse(rows);
        rows.forEach(row -> patiently(() -> parts.ledgerUndo().takeBack(row.id())));
    }

    /** A person wants what the run contains kept, as long as all of it is in force. */
    void keep(int run, int hours) {
        parts.transaction().executeWithoutResult(open -> parts.leases().keep(runs.get(run), now().plus(Duration.ofHours(hours)), "a person wants it", Actor.person("ana")));
    }

    boolean mayBeKept(int run) {
        return rows(run).stream().noneMatch(row -> row.state().inFlight() || row.state().leftToAPerson() || row.state() == ActionRunState.UNDOING
                || row.state() == ActionRunState.UNDO_FAILED);
    }

    /** A person looked at what was left, and closes the run's holds; some say that all is as before, some that it may stay. */
    void review(int run, boolean accepted) {
        parts.transaction().executeWithoutResult(open -> parts.review().close(runs.get(run), accepted ? "ACCEPTED" : "RESTORED", Actor.person("ana")));
    }

    boolean mayBeReviewed(int run) {
        return rows(run).stream().anyMatch(row -> row.state().leftToAPerson() || row.state() == ActionRunState.UNDO_FAILED)
                && rows(run).stream().noneMatch(row -> row.state().inFlight() || row.state() == ActionRunState.UNDOING);
    }

    /** Time goes on; leases that ran out are released as their playbooks do it. */
    void pass(Duration time) {
        parts.clock().advance(time);
        parts.target().arrive();
        for (int run = 0; run < RUNS; run++) {
            for (int target = 0; target < TARGETS; target++) {
                if (ranOut(run, target)) {
                    undo(run, target, Reply.DONE);
                }
            }
        }
    }

    private boolean ranOut(int run, int target) {
        return leases(run).stream().filter(lease -> lease.target().equals(targets.get(target))).flatMap(lease -> lease.holding().stream())
                .anyMatch(holder -> holder.playbookRun().equals(runs.get(run).id().value()) && !holder.until().isAfter(now()));
    }

    private void assess(int run, int target, int hours) {
        PlaybookRun of = runs.get(run);
        ActionRequest request = new ActionRequest(UUID.randomUUID(), HonestTarget.ACTION, targets.get(target), Map.of(), of.incident(), of.id(), "definition", activity(target),
                ExecutionModule.AGENT);
        CanonicalRequest canonical = CanonicalRequest.of(request);
        RiskFacts facts = new RiskFacts("R1", HonestTarget.ACTION, "HIGH", "STAGING", "LOW", "ADDRESS", "OPEN", 0.9, "DUAL");
        RiskVerdict verdict = new RiskVerdict(RiskTier.AUTONOMOUS, "rule", List.of("soc"), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofHours(hours), "a test");
        parts.transaction().executeWithoutResult(open -> parts.assessments().keep(new Assessment(request, canonical.digest(), canonical.text(), UUID.randomUUID(), facts,
                List.of(), "decision", verdict, now()), "olga"));
        parts.clock().advance(Duration.ofMillis(1));
    }

    /** What is in somebody's hands, or did not come back yet, is tried again later, as workers do. */
    private static void patiently(Runnable work) {
        try {
            work.run();
        } catch (TargetBusy | UndoIncomplete later) {
            // A later operation of the sequence, or its end, is the next try.
        }
    }

    private static ConnectorCall callOf(ActionRunView row) {
        return new ConnectorCall(row.id(), row.digest(), row.actionType(), row.target(), row.parameters());
    }
}

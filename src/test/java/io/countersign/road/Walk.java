package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.Lease;
import io.countersign.playbook.PersonTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One run of a playbook, and what people and the world do to it. */
record Walk(Scene scene, PlaybookRunId run, Play play) {

    Target target(String action) {
        return scene.target(action);
    }

    /** The team of the assets decides together with the security operations. */
    String second(String action) {
        return Script.target(action) == TargetKind.ACCOUNT || Script.target(action) == TargetKind.CLOUD_PRINCIPAL ? "chen" : "eva";
    }

    ApprovalRequestView asked(String action, int level) {
        ApprovalRequestView request = play.road.waitingApproval(run);
        assertThat(request.activity() + " " + request.level()).isEqualTo(action + " " + level);
        return request;
    }

    void approve(String action) {
        asked(action, 1);
        play.road.approve(run, "sam");
    }

    void countersign(String action) {
        asked(action, 2);
        play.road.approve(run, second(action));
    }

    void refuse(String action, int level) {
        asked(action, level);
        play.road.refuse(run, level == 1 ? "sam" : second(action));
    }

    void letExpire(String action, int level) {
        ApprovalRequestView request = asked(action, level);
        play.clock.advance(Duration.between(play.clock.instant(), request.escalatesAt()).plusSeconds(1));
        play.approval(request.id(), view -> view.escalatedAt() != null);
        play.clock.advance(Duration.between(play.clock.instant(), request.expiresAt()).plusSeconds(1));
        play.approval(request.id(), view -> view.state().name().equals("EXPIRED"));
    }

    void byHand(String action) {
        PersonTask task = waits(PersonTask.Kind.BY_HAND, action);
        play.complete(task, Map.of("result", "DONE", "performed", "Done on the console of the product", "at", Instant.now().toString()), "sam");
    }

    void resolve(String action, String next) {
        PersonTask task = waits(PersonTask.Kind.RESOLVE, action);
        play.complete(task, Map.of("next", next, "reason", "Looked at the target on its console"), "ana");
    }

    void review(String statement) {
        PersonTask task = waits(PersonTask.Kind.REVIEW, "");
        play.complete(task, Map.of("checked", "The console of the product", "statement", statement, "reason", "It is said on the record"), "ana");
    }

    private PersonTask waits(PersonTask.Kind kind, String action) {
        PersonTask task = play.road.waitingTask(run, kind);
        assertThat(task.activity()).isEqualTo(action);
        return task;
    }

    void contained(String action) {
        play.road.action(run, action, ActionRunState.CONFIRMED);
        assertThat(play.stage.seen(target(action), action)).as(action).isEqualTo(Script.effect(action).get(2));
    }

    void untouched(String action) {
        assertThat(play.stage.seen(target(action), action)).as(action).isEqualTo(Script.effect(action).get(1));
    }

    void inForce() {
        play.road.standsAt(run, "wait-while-in-force");
    }

    /** Everything is taken back; where no machine may do that, a person is asked first. */
    void comesBack(String place, Runnable order, String outcome) {
        boolean unsafe = play.road.actions(run).stream().anyMatch(row -> row.ours() && row.state().needsUndo() && Script.unsafe(row.activity()));
        order.run();
        if (unsafe) {
            play.road.standsAt(run, "review-" + place);
            review("ACCEPTED");
        }
        endsAs(unsafe ? "Checked by a person" : outcome);
        allBack();
    }

    void endsAs(String outcome) {
        assertThat(play.road.ended(run).outcome()).isEqualTo(outcome);
    }

    /** Everything that stays in place by itself is as it was before. */
    void allBack() {
        scene.script().actions.stream().filter(Script::lasting).filter(action -> !Script.unsafe(action)).forEach(this::untouched);
        assertThat(heldLeases()).isEmpty();
    }

    /** The elements whose effects were taken back or found gone, in the order of the record. */
    List<Object> undone() {
        return play.trail.ofPlaybookRun(run).stream().filter(row -> row.kind() == EvidenceKind.UNDO_OBSERVED).map(row -> row.facts().get("activity")).toList();
    }

    long count(EvidenceKind kind, String action) {
        return play.trail.ofPlaybookRun(run).stream().filter(row -> row.kind() == kind && action.equals(row.facts().get("activity"))).count();
    }

    /** Orders that reached the sandbox for this run and target: each used a credential up. */
    long orders(String verb, String action) {
        return play.trail.ofPlaybookRun(run).stream().filter(row -> row.kind() == EvidenceKind.CREDENTIAL_REDEEMED && verb.equals(row.facts().get("verb"))
                && target(action).toString().equals(row.facts().get("target"))).count();
    }

    List<Lease> heldLeases() {
        return play.leases.ofRun(run).stream().filter(lease -> lease.state() != Lease.State.RELEASED)
                .filter(lease -> lease.holding().stream().anyMatch(holder -> holder.playbookRun().equals(run.value()))).toList();
    }
}

package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.action.TargetKind;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionRunState;
import java.util.function.BiConsumer;

/** What happens to one action of a run, from its assessment until the playbook goes on. */
enum Treatment {
    ALLOWED(RiskTier.AUTONOMOUS, (walk, action) -> {
        if (Script.unsafe(action)) {
            walk.refuse(action, 1);
            return;
        }
        if (Script.target(action) == TargetKind.AGENT) {
            walk.approve(action);
        }
        walk.contained(action);
    }),
    /** What no machine takes back is refused, so that everything comes back. */
    APPROVED_IF_SAFE(RiskTier.APPROVE, (walk, action) -> {
        if (Script.unsafe(action)) {
            walk.refuse(action, 1);
        } else {
            walk.approve(action);
            walk.contained(action);
        }
    }),
    APPROVED(RiskTier.APPROVE, (walk, action) -> {
        walk.approve(action);
        walk.contained(action);
    }),
    REFUSED(RiskTier.APPROVE, (walk, action) -> walk.refuse(action, 1)),
    EXPIRED(RiskTier.APPROVE, (walk, action) -> walk.letExpire(action, 1)),
    COUNTERSIGNED(RiskTier.DUAL, (walk, action) -> {
        walk.approve(action);
        walk.countersign(action);
        walk.contained(action);
    }),
    SECOND_REFUSED(RiskTier.DUAL, (walk, action) -> {
        walk.approve(action);
        walk.refuse(action, 2);
    }),
    SECOND_EXPIRED(RiskTier.DUAL, (walk, action) -> {
        walk.approve(action);
        walk.letExpire(action, 2);
    }),
    BY_HAND(RiskTier.HUMAN_ONLY, Walk::byHand),
    DENIED(RiskTier.DENY, (walk, action) -> { }),
    STALE(RiskTier.APPROVE, (walk, action) -> {
        ApprovalRequestView first = walk.asked(action, 1);
        walk.play().stage.severityChanges(walk.scene());
        walk.approve(action);
        walk.play().nextApproval(walk.run(), first);
        walk.approve(action);
        walk.contained(action);
    }),
    NOT_APPLIED_THEN_RETRIED(RiskTier.APPROVE, (walk, action) -> {
        tried(walk, action, Training.of(Fault.REFUSES).on(Training.On.ACT), ActionRunState.NOT_APPLIED);
        walk.resolve(action, "RETRY");
        walk.approve(action);
        walk.contained(action);
    }),
    UNKNOWN_THEN_RETRIED(RiskTier.APPROVE, (walk, action) -> {
        tried(walk, action, Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(Training.On.ACT), ActionRunState.UNKNOWN);
        walk.resolve(action, "RETRY");
        walk.approve(action);
        walk.contained(action);
    }),
    UNKNOWN_AND_LEFT(RiskTier.APPROVE, (walk, action) -> {
        tried(walk, action, Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(Training.On.ACT), ActionRunState.UNKNOWN);
        walk.resolve(action, "GO_ON");
    }),
    ANSWER_LOST(RiskTier.APPROVE, (walk, action) -> {
        tried(walk, action, Training.of(Fault.ANSWER_LOST_AFTER_EFFECT).on(Training.On.ACT), ActionRunState.CONFIRMED);
        walk.contained(action);
    }),
    NOT_TRIED_AND_LEFT(RiskTier.APPROVE, (walk, action) -> {
        walk.play().stage.train(walk.target(action), Training.of(Fault.UNREACHABLE));
        walk.approve(action);
        walk.play().road.standsAt(walk.run(), "resolve-" + action);
        walk.play().stage.train(walk.target(action), Training.NONE);
        walk.resolve(action, "GO_ON");
    }),
    WITHOUT_AUTHORITY_AND_LEFT(RiskTier.APPROVE, (walk, action) -> {
        walk.asked(action, 1);
        walk.play().stage.suspendAgent();
        walk.approve(action);
        walk.play().road.standsAt(walk.run(), "resolve-" + action);
        walk.play().stage.activateAgent();
        walk.resolve(action, "GO_ON");
    });

    final RiskTier tier;
    private final BiConsumer<Walk, String> what;

    Treatment(RiskTier tier, BiConsumer<Walk, String> what) {
        this.tier = tier;
        this.what = what;
    }

    void of(Walk walk, String action) {
        what.accept(walk, action);
    }

    static void tried(Walk walk, String action, Training training, ActionRunState expected) {
        walk.asked(action, 1);
        walk.play().somethingToDo(action, walk.target(action));
        walk.play().stage.train(walk.target(action), training);
        walk.approve(action);
        walk.play().road.action(walk.run(), action, expected);
        walk.play().stage.train(walk.target(action), Training.NONE);
    }
}

package io.countersign.road;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionRunState;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** Where a run can stand about one action, and how it gets there. */
enum WaitState {
    FIRST_APPROVAL(RiskTier.APPROVE, (walk, action) -> walk.asked(action, 1)),
    SECOND_APPROVAL(RiskTier.DUAL, (walk, action) -> {
        walk.approve(action);
        walk.asked(action, 2);
    }),
    BY_HAND(RiskTier.HUMAN_ONLY, (walk, action) -> walk.play().road.standsAt(walk.run(), "carry-out-" + action + "-by-hand")),
    EFFECT_UNDER_WAY(RiskTier.APPROVE, (walk, action) -> {
        walk.asked(action, 1);
        walk.play().stage.train(walk.target(action), Training.NONE.on(Training.On.ACT).slow(Duration.ofMillis(1500)));
        walk.approve(action);
        walk.play().road.action(walk.run(), action, ActionRunState.EXECUTING);
    }),
    OUTCOME_UNCLEAR(RiskTier.APPROVE, (walk, action) -> {
        Treatment.tried(walk, action, Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(Training.On.ACT), ActionRunState.UNKNOWN);
        walk.play().road.standsAt(walk.run(), "resolve-" + action);
    });

    final RiskTier tier;
    private final BiConsumer<Walk, String> way;

    WaitState(RiskTier tier, BiConsumer<Walk, String> way) {
        this.tier = tier;
        this.way = way;
    }

    /** Has everything before the action done, as far as the tier lets a machine do it. */
    void reach(Walk walk, String action) {
        List<String> actions = walk.scene().script().actions;
        for (String before : actions.subList(0, actions.indexOf(action))) {
            switch (tier) {
                case DUAL -> Treatment.COUNTERSIGNED.of(walk, before);
                case HUMAN_ONLY -> Treatment.BY_HAND.of(walk, before);
                default -> Treatment.APPROVED.of(walk, before);
            }
        }
        way.accept(walk, action);
    }
}

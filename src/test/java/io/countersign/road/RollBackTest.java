package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.rollback.RollbackPlan;
import io.countersign.rollback.RollbackPlanner;
import io.countersign.rollback.RunRequestRefused;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A run can be taken back from wherever it waits: in strict reverse order, observed, and with nobody asked anything afterwards. */
@CountersignTest
class RollBackTest {

    @Autowired
    Play play;

    @Autowired
    RollbackPlanner planner;

    @AfterEach
    void ceiling() {
        play.stage.ceiling(RiskTier.DUAL);
    }

    static Stream<Arguments> everyWaitStateOfEveryAction() {
        return Stream.of(WaitState.values()).flatMap(state -> Script.thorough()
                .flatMap(script -> script.actions.stream().map(action -> Arguments.of(state, script, action))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everyWaitStateOfEveryAction")
    void fromEveryWaitStateAllIsTakenBackInReverse(WaitState state, Script script, String action) {
        Walk walk = play.begin(script, state.tier);
        state.reach(walk, action);
        play.road.rollBack(walk.run());
        isBack(walk, "Rolled back and observed");
    }

    @ParameterizedTest
    @MethodSource("io.countersign.road.Script#thorough")
    void whatIsInForceIsTakenBackOnceHoweverOftenItIsAsked(Script script) {
        Walk walk = inForce(script);
        play.road.rollBack(walk.run());
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageMatching(".*(being rolled back|ended at).*");
        isBack(walk, "Rolled back and observed");
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("ended");
        script.actions.forEach(action -> assertThat(walk.count(EvidenceKind.UNDO_OBSERVED, action)).isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("io.countersign.road.Script#thorough")
    void aReviewAfterAReleaseCanStillBeLeftForARollBack(Script script) {
        Walk walk = inForce(script);
        Ending.drift(walk);
        play.road.release(walk.run());
        play.road.standsAt(walk.run(), "review-on-release");
        play.road.rollBack(walk.run());
        play.road.standsAt(walk.run(), "review-on-request");
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("being rolled back");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
    }

    @Test
    void aReviewAfterAFailureIsAnsweredNotRolledBackAgain() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        WaitState.OUTCOME_UNCLEAR.reach(walk, "block-address");
        Ending.drift(walk);
        walk.resolve("block-address", "ROLL_BACK");
        play.road.standsAt(walk.run(), "review-on-failure");
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("taken back already");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
    }

    @Test
    void whatIsBeingReleasedIsNotRolledBackAsWell() {
        Walk walk = inForce(Script.BLOCK);
        play.stage.train(walk.target("block-address"), Training.NONE.on(Training.On.UNDO)
                .slow(Duration.ofMillis(1500)));
        play.road.release(walk.run());
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("released already");
        assertThatThrownBy(() -> play.road.release(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("Nothing was changed");
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    @Test
    void aRunThatWaitsForAnApprovalCanBeNeitherReleasedNorKept() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked("block-address", 1);
        assertThatThrownBy(() -> play.road.release(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("Nothing was changed");
        assertThatThrownBy(() -> play.keep(walk.run(), play.clock.instant().plusSeconds(60))).isInstanceOf(RunRequestRefused.class);
        play.road.rollBack(walk.run());
        isBack(walk, "Rolled back and observed");
    }

    @Test
    void thePlanSaysNewestFirstWhatWouldBeUndone() {
        Walk walk = inForce(Script.CONTAIN);
        RollbackPlan plan = planner.plan(walk.run());
        assertThat(plan.steps()).extracting(step -> step.run().activity()).containsExactly("remove-from-group", "end-sessions", "disable-account");
        assertThat(plan.steps()).allMatch(RollbackPlan.Step::byMachine);
        assertThat(plan.steps()).extracting(RollbackPlan.Step::explanation).satisfiesExactly(first -> assertThat(first).contains("observed"),
                second -> assertThat(second).contains("ended by itself"), third -> assertThat(third).contains("observed"));
        play.road.rollBack(walk.run());
        isBack(walk, "Rolled back and observed");
        assertThat(planner.plan(walk.run()).steps()).isEmpty();
    }

    private Walk inForce(Script script) {
        Walk walk = play.begin(script, RiskTier.APPROVE);
        script.actions.forEach(action -> Treatment.APPROVED.of(walk, action));
        walk.inForce();
        return walk;
    }

    private void isBack(Walk walk, String outcome) {
        walk.endsAs(outcome);
        walk.allBack();
        List<ActionRunView> tried = play.road.actions(walk.run());
        assertThat(tried).allSatisfy(row -> assertThat(row.state()).isEqualTo(ActionRunState.RESTORED));
        List<String> reverse = new ArrayList<>(tried.stream().map(ActionRunView::activity).toList());
        Collections.reverse(reverse);
        assertThat(walk.undone()).isEqualTo(reverse);
        assertThat(play.asksAnybody(walk.run())).as("somebody is still asked").isFalse();
    }
}

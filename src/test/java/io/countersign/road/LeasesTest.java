package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Lease;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A release frees only what nobody else holds, and never what was not ours or is not ours any more. */
@CountersignTest
class LeasesTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Test
    void twoIncidentsShareAContainmentAndTheLastOneEndsIt() {
        Walk first = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS));
        Walk second = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS, first.scene().targets()));
        assertThat(second.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.holding()).extracting(Lease.Holder::incident)
                .containsExactlyInAnyOrder(first.scene().incident().toString(), second.scene().incident().toString()));
        play.road.release(first.run());
        first.endsAs("Released and observed");
        play.road.action(first.run(), ACTION, ActionRunState.HANDED_OVER);
        assertThat(play.stage.seen(first.target(ACTION), ACTION)).isEqualTo("true");
        assertThat(second.heldLeases()).hasSize(1);
        play.road.release(second.run());
        second.endsAs("Released and observed");
        second.allBack();
        assertThat(first.orders("ACT", ACTION) + second.orders("ACT", ACTION)).isEqualTo(1);
        assertThat(first.orders("UNDO", ACTION) + second.orders("UNDO", ACTION)).isEqualTo(1);
    }

    @Test
    void twoPlaybooksOfDifferentKindShareWhatBothDid() {
        Walk isolation = contained(play.stage.scene(Script.ISOLATE, RiskTier.AUTONOMOUS));
        Walk block = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS, Map.of(Script.target(ACTION), isolation.target(ACTION))));
        play.road.rollBack(isolation.run());
        isolation.endsAs("Rolled back and observed");
        isolation.untouched("isolate-host");
        assertThat(play.stage.seen(block.target(ACTION), ACTION)).isEqualTo("true");
        play.clock.advance(Duration.ofDays(2));
        block.endsAs("Released and observed");
        block.allBack();
    }

    @Test
    void whatWasBlockedBeforeUsStaysBlocked() {
        Scene scene = play.stage.scene(Script.ISOLATE, RiskTier.AUTONOMOUS);
        play.stage.stranger(scene.target(ACTION), "blocked", "true");
        Walk walk = contained(scene);
        assertThat(play.road.actions(walk.run())).filteredOn(row -> row.activity().equals(ACTION)).singleElement().satisfies(row -> assertThat(row.ours()).isFalse());
        assertThat(walk.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.actionType()).isEqualTo("isolate-host"));
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        walk.untouched("isolate-host");
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("true");
        assertThat(walk.orders("ACT", ACTION) + walk.orders("UNDO", ACTION)).isZero();
    }

    @Test
    void aStrangersChangeIsNotOverwrittenAndIsOnTheRecord() {
        Walk walk = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS));
        Ending.drift(walk);
        play.road.release(walk.run());
        ActionRunView row = play.road.action(walk.run(), ACTION, ActionRunState.DRIFTED);
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("changed by a stranger");
        assertThat(walk.orders("UNDO", ACTION)).isZero();
        EvidenceRow observed = play.trail.ofPlaybookRun(walk.run()).stream().filter(r -> r.kind() == EvidenceKind.UNDO_OBSERVED).findFirst().orElseThrow();
        assertThat(observed.facts()).containsEntry("result", "DRIFTED").containsEntry("prior", row.prior().attributes())
                .containsEntry("expected", row.expected().attributes()).containsEntry("found", Map.of("blocked", "changed by a stranger"));
        assertThat(walk.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.state()).isEqualTo(Lease.State.DRIFTED));
        walk.review("RESTORED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
    }

    @Test
    void whatAStrangerGaveBackAlreadyCountsAsRestored() {
        Walk walk = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS));
        play.stage.stranger(walk.target(ACTION), "blocked", "false");
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        assertThat(walk.orders("UNDO", ACTION)).isZero();
    }

    @Test
    void anUndoWhoseAnswerWasLostIsSeen() {
        Walk walk = contained(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS));
        play.stage.train(walk.target(ACTION), Training.of(Fault.ANSWER_LOST_AFTER_EFFECT).on(Training.On.UNDO));
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    /** An order that was accepted and not seen may come into effect long after the run was taken back. */
    @Test
    void anEffectThatComesLateDoesNotOutliveItsRollBack() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        Treatment.tried(walk, ACTION, Training.NONE.on(Training.On.ACT).delayed(Duration.ofMinutes(30)), ActionRunState.UNKNOWN);
        walk.resolve(ACTION, "ROLL_BACK");
        walk.endsAs("Rolled back and observed");
        play.clock.advance(Duration.ofMinutes(45));
        walk.allBack();
    }

    @Test
    void anActionTriedTwiceIsTakenBackOnceAndWithoutDelay() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        Treatment.UNKNOWN_THEN_RETRIED.of(walk, ACTION);
        walk.inForce();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(walk.orders("UNDO", ACTION)).as("the first try was called off, the second taken back").isEqualTo(2);
        assertThat(walk.count(EvidenceKind.UNDO_OBSERVED, ACTION)).isEqualTo(2);
    }

    /** The order of the first try was taken and comes into effect long after the second one was taken back. */
    @Test
    void anEarlierTryDoesNotComeLateWhenThereWasASecond() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        Treatment.tried(walk, ACTION, Training.NONE.on(Training.On.ACT).delayed(Duration.ofMinutes(30)), ActionRunState.UNKNOWN);
        walk.resolve(ACTION, "RETRY");
        walk.approve(ACTION);
        walk.contained(ACTION);
        walk.inForce();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        play.clock.advance(Duration.ofMinutes(45));
        walk.allBack();
    }

    @Test
    void thereIsNoSecondTryWhileTheFirstCannotBeCalledOff() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        Treatment.tried(walk, ACTION, Training.NONE.on(Training.On.ACT).delayed(Duration.ofMinutes(30)), ActionRunState.UNKNOWN);
        walk.resolve(ACTION, "RETRY");
        walk.asked(ACTION, 1);
        play.stage.train(walk.target(ACTION), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        walk.approve(ACTION);
        play.road.action(walk.run(), ACTION, ActionRunState.UNDO_FAILED);
        play.road.standsAt(walk.run(), "resolve-" + ACTION);
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        play.stage.train(walk.target(ACTION), Training.NONE);
        walk.resolve(ACTION, "ROLL_BACK");
        walk.endsAs("Rolled back and observed");
        play.clock.advance(Duration.ofMinutes(45));
        walk.allBack();
    }

    @Test
    void anEffectSeenOnlyAtTheSecondTryIsHeldOnceAndTakenBackOnce() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        Treatment.tried(walk, ACTION, Training.NONE.on(Training.On.ACT).delayed(Duration.ofMinutes(5)), ActionRunState.UNKNOWN);
        play.clock.advance(Duration.ofMinutes(6));
        walk.resolve(ACTION, "RETRY");
        walk.approve(ACTION);
        walk.inForce();
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        assertThat(walk.heldLeases()).hasSize(1);
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        walk.allBack();
        assertThat(play.road.actions(walk.run())).extracting(ActionRunView::state).containsExactlyInAnyOrder(ActionRunState.RESTORED, ActionRunState.HANDED_OVER);
    }

    private Walk contained(Scene scene) {
        Walk walk = play.begin(scene);
        scene.script().actions.forEach(walk::contained);
        walk.inForce();
        return walk;
    }
}

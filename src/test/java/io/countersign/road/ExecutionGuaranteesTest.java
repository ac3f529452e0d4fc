package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionOutcome;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the executor does and refuses, whatever the worker, the product and the network do. */
@CountersignTest
class ExecutionGuaranteesTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    Stamp stamp;

    static Stream<Arguments> troubles() {
        Training.On act = Training.On.ACT;
        return Stream.of(Arguments.of(Training.NONE, ActionOutcome.CONFIRMED, ActionRunState.CONFIRMED),
                Arguments.of(Training.of(Fault.REFUSES).on(act), ActionOutcome.NOT_APPLIED, ActionRunState.NOT_APPLIED),
                Arguments.of(Training.of(Fault.UNREACHABLE).on(act), ActionOutcome.NOT_APPLIED, ActionRunState.NOT_APPLIED),
                Arguments.of(Training.of(Fault.UNREACHABLE), ActionOutcome.FAILED, null), Arguments.of(Training.of(Fault.ABSENT), ActionOutcome.FAILED, null),
                Arguments.of(Training.of(Fault.ANSWER_LOST_AFTER_EFFECT).on(act), ActionOutcome.CONFIRMED, ActionRunState.CONFIRMED),
                Arguments.of(Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(act), ActionOutcome.UNKNOWN, ActionRunState.UNKNOWN),
                Arguments.of(Training.NONE.on(act).delayed(Duration.ofMillis(150)), ActionOutcome.CONFIRMED, ActionRunState.CONFIRMED),
                Arguments.of(Training.NONE.on(act).delayed(Duration.ofMinutes(30)), ActionOutcome.UNKNOWN, ActionRunState.UNKNOWN));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("troubles")
    void whatIsSeenOnTheTargetDecidesTheOutcome(Training trouble, ActionOutcome outcome, ActionRunState state) {
        Walk walk = approved();
        play.stage.train(walk.target(ACTION), trouble);
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(outcome);
        if (state == null) {
            assertThat(play.road.actions(walk.run())).isEmpty();
            assertThat(walk.count(EvidenceKind.ACTION_REFUSED, ACTION)).isEqualTo(1);
        } else {
            assertThat(play.road.actions(walk.run())).singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(state));
        }
    }

    @Test
    void theWayBackIsStoredBeforeTheEffect() {
        Walk walk = approved();
        stamp.execute(walk, ACTION);
        ActionRunView row = play.road.actions(walk.run()).get(0);
        assertThat(row.prior().attributes()).containsEntry("blocked", "false");
        assertThat(row.expected().attributes()).containsEntry("blocked", "true");
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(r -> r.kind()).containsSubsequence(EvidenceKind.ACTION_ATTEMPTED,
                EvidenceKind.CREDENTIAL_MINTED, EvidenceKind.CREDENTIAL_REDEEMED, EvidenceKind.ACTION_OUTCOME, EvidenceKind.ACTION_OBSERVED, EvidenceKind.LEASE_STARTED);
    }

    @Test
    void aSecondDeliveryLooksAndNeverActsAgain() {
        Walk walk = approved();
        assertThatThrownBy(() -> stamp.execute(walk, ACTION, settled -> {
            throw new IllegalStateException("the engine did not hear of it");
        })).hasMessageContaining("did not hear");
        assertThat(play.road.actions(walk.run())).singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(ActionRunState.EXECUTING));
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(ActionOutcome.CONFIRMED);
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(ActionOutcome.CONFIRMED);
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        assertThat(play.road.actions(walk.run())).hasSize(1);
    }

    @Test
    void anEffectThatTheDiagramDoesNotKnowOfIsFoundInTheLedgerAndAPersonIsAsked() {
        Walk walk = approved();
        stamp.execute(walk, ACTION);
        play.road.rollBack(walk.run());
        play.road.standsAt(walk.run(), "review-on-request");
        assertThat(walk.heldLeases()).hasSize(1);
        walk.review("FOLLOW_UP");
        assertThat(walk.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.state().name()).isEqualTo("DRIFTED"));
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
    }

    /** A pause of the node, longer than its lock: the same task is delivered to a second worker while the first one's call is still under way. */
    @Test
    void aTaskDeliveredAgainDuringTheCallIsLookedAtOnly() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(ACTION, 1);
        play.stage.train(walk.target(ACTION), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(4)));
        walk.approve(ACTION);
        play.road.action(walk.run(), ACTION, ActionRunState.EXECUTING);
        play.clock.advance(Duration.ofSeconds(61));
        play.road.action(walk.run(), ACTION, ActionRunState.UNKNOWN);
        play.road.standsAt(walk.run(), "resolve-" + ACTION);
        Road.patiently().until(() -> play.stage.seen(walk.target(ACTION), ACTION).equals("true"));
        walk.resolve(ACTION, "RETRY");
        walk.approve(ACTION);
        walk.inForce();
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    /** The same pause, and a person takes the run back before the first worker's order arrives. */
    @Test
    void aWorkerThatWasHeldUpGivesNoOrderThatWasTakenBack() throws InterruptedException {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(ACTION, 1);
        play.stage.train(walk.target(ACTION), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(12)));
        walk.approve(ACTION);
        play.road.action(walk.run(), ACTION, ActionRunState.EXECUTING);
        play.clock.advance(Duration.ofSeconds(61));
        play.road.action(walk.run(), ACTION, ActionRunState.UNKNOWN);
        walk.resolve(ACTION, "ROLL_BACK");
        walk.endsAs("Rolled back and observed");
        Thread.sleep(Duration.ofSeconds(13).toMillis());
        assertThat(walk.orders("ACT", ACTION)).isZero();
        walk.allBack();
    }

    private Walk approved() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        stamp.approve(walk.asked(ACTION, 1), 1, "sam", "soc", Instant.now().plusSeconds(600));
        return walk;
    }
}

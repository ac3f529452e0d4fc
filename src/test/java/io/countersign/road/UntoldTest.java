package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.proof.Vocabulary;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger knows that an effect is there, and the playbook waits to hear of it: its worker died in between. */
@CountersignTest
class UntoldTest {

    private static final String ACTION = "block-address";
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Play play;

    @Autowired
    Stamp stamp;

    @Autowired
    Engine engine;

    @Autowired
    ExternalTaskService externalTasks;

    @Test
    void aRollBackTellsThePlaybookFirstSoThatTheEffectIsCompensated() {
        Walk walk = untold();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(walk.orders("UNDO", ACTION)).isEqualTo(1);
    }

    @Test
    void whatCannotBeToldIsInterruptedAndTakenBackFromTheLedgerWhateverSomebodySaysOfIt() {
        Walk walk = interrupted();
        walk.review("RESTORED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).as("nobody has seen it restored").hasSize(1);
        engine.look();
        PlaybookRunId reverse = engine.reverse(walk.run());
        assertThat(play.road.ended(reverse).outcome()).isEqualTo("Rolled back and observed");
        walk.allBack();
        engine.look();
        assertThat(engine.reverses(walk.run())).isEqualTo(1);
    }

    @Test
    void anEffectThatAPersonAcceptsStaysAndTheLedgerSaysThatAPersonSaidSo() {
        Walk walk = interrupted();
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
        assertThat(play.road.action(walk.run(), ACTION, ActionRunState.UNSAFE).detail()).contains("A person looked").contains("ACCEPTED");
        engine.look();
        assertThat(engine.reverses(walk.run())).isZero();
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("true");
    }

    private Walk interrupted() {
        Walk walk = untold();
        externalTasks.setRetries(waiting(walk).getId(), 0);
        play.road.rollBack(walk.run());
        play.road.standsAt(walk.run(), "review-on-request");
        return walk;
    }

    /** One worker loses its task in mid-call to a second one, which looks at the target, writes down what it saw, and dies. */
    private Walk untold() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        play.stage.train(walk.target(ACTION), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(3)));
        walk.approve(ACTION);
        play.road.action(walk.run(), ACTION, ActionRunState.EXECUTING);
        externalTasks.unlock(waiting(walk).getId());
        externalTasks.lock(waiting(walk).getId(), "another node", HOUR.toMillis());
        Road.patiently().until(() -> "true".equals(play.stage.seen(walk.target(ACTION), ACTION)));
        assertThatThrownBy(() -> stamp.execute(walk, ACTION, settled -> {
            throw new IllegalStateException("It died");
        })).hasMessage("It died");
        play.road.action(walk.run(), ACTION, ActionRunState.CONFIRMED);
        return walk;
    }

    private ExternalTask waiting(Walk walk) {
        return externalTasks.createExternalTaskQuery().processInstanceId(walk.run().value()).topicName(Vocabulary.TOPIC_CONTAINMENT).singleResult();
    }
}

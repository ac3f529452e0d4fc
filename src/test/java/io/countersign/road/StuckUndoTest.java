package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.execution.ActionRunState;
import io.countersign.playbook.StuckWork;
import io.countersign.testing.CountersignTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An undo that does not work is tried again, then waits for a person; it is never skipped, and what was undone before it stays undone. */
@CountersignTest
class StuckUndoTest {

    @Autowired
    Play play;

    @Autowired
    StuckWork stuck;

    @ParameterizedTest
    @EnumSource(value = Fault.class, names = {"REFUSES", "UNREACHABLE", "ANSWER_LOST_BEFORE_EFFECT"})
    void anUndoThatFailsForNowIsTriedAgainByItself(Fault fault) {
        Walk walk = inForce(Script.BLOCK);
        play.stage.train(walk.target("block-address"), Training.of(fault).on(Training.On.UNDO));
        play.road.release(walk.run());
        play.road.action(walk.run(), "block-address", ActionRunState.UNDO_FAILED);
        play.stage.train(walk.target("block-address"), Training.NONE);
        stuckWork(walk).forEach(work -> stuck.retry(work.id(), Actor.person("ana")));
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    @Test
    void whatStaysUndoableNoLongerWaitsForAPersonAndResumesInMidChain() {
        Walk walk = inForce(Script.ISOLATE);
        play.stage.train(walk.target("isolate-host"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        play.road.rollBack(walk.run());
        List<StuckWork.Stuck> waiting = Road.patiently().until(() -> stuckWork(walk), list -> !list.isEmpty());
        assertThat(waiting).singleElement().satisfies(work -> {
            assertThat(work.activity()).isEqualTo("undo-isolate-host");
            assertThat(work.incident()).isEqualTo(walk.scene().incident().toString());
            assertThat(work.message()).contains("still contained");
        });
        walk.untouched("block-address");
        assertThat(play.stage.seen(walk.target("isolate-host"), "isolate-host")).isEqualTo("true");
        assertThat(walk.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.actionType()).isEqualTo("isolate-host"));
        play.stage.train(walk.target("isolate-host"), Training.NONE);
        assertThat(stuck.retry(waiting.get(0).id(), Actor.person("ana"))).isTrue();
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(walk.orders("UNDO", "block-address")).isEqualTo(1);
        assertThat(stuck.retry(waiting.get(0).id(), Actor.person("ana"))).isFalse();
    }

    @Test
    void aStuckUndoKeepsTheOlderOnesWaitingForTheirTurn() {
        Walk walk = inForce(Script.CONTAIN);
        play.stage.train(walk.target("disable-account"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        play.road.rollBack(walk.run());
        List<StuckWork.Stuck> waiting = Road.patiently().until(() -> stuckWork(walk), list -> !list.isEmpty());
        assertThat(waiting).extracting(StuckWork.Stuck::activity).containsExactly("undo-remove-from-group");
        walk.contained("disable-account");
        play.stage.train(walk.target("disable-account"), Training.NONE);
        stuck.retry(waiting.get(0).id(), Actor.person("ana"));
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(walk.undone().stream().distinct().toList()).isEqualTo(List.of("remove-from-group", "end-sessions", "disable-account"));
    }

    private List<StuckWork.Stuck> stuckWork(Walk walk) {
        return stuck.all().stream().filter(work -> work.playbookRun().equals(walk.run().value())).toList();
    }

    private Walk inForce(Script script) {
        Walk walk = play.begin(script, RiskTier.AUTONOMOUS);
        script.actions.forEach(walk::contained);
        walk.inForce();
        return walk;
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.HeldAction;
import io.countersign.execution.HeldActions;
import io.countersign.stop.LiftStop;
import io.countersign.stop.PressStop;
import io.countersign.stop.Stop;
import io.countersign.stop.StopScope;
import io.countersign.stop.StopTest;
import io.countersign.stop.Stops;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What meets a stop waits, is not lost, and is decided anew; what was done can be taken back all the same. */
@CountersignTest
class StoppedRoadTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;
    @Autowired
    PressStop press;
    @Autowired
    LiftStop lift;
    @Autowired
    Stops stops;
    @Autowired
    HeldActions held;

    @AfterEach
    void liftAll() {
        StopTest.liftAll(stops, lift);
    }

    static Stream<StopScope> scopes() {
        return Stream.of(StopScope.everything(), new StopScope(StopScope.Kind.PLAYBOOK, Script.BLOCK.key), new StopScope(StopScope.Kind.ACTION_TYPE, ACTION),
                new StopScope(StopScope.Kind.CONNECTOR, "sandbox"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void whatMeetsAStopWaitsAndIsAssessedAnewOnceItIsLifted(StopScope scope) {
        Walk walk = play.begin(stopped(scope, play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS)));
        isHeld(walk);
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(row -> row.kind()).doesNotContain(EvidenceKind.ACTION_ATTEMPTED, EvidenceKind.CREDENTIAL_MINTED);
        walk.untouched(ACTION);
        assertThat(TestDatabase.jdbcClient().sql("select count(*) from guardrail_effect where target = ?").param(walk.target(ACTION).value()).query(Long.class).single())
                .as("what waits uses no budget").isZero();
        liftAll();
        walk.contained(ACTION);
        assertThat(walk.count(EvidenceKind.ACTION_HELD, ACTION)).isEqualTo(1);
        assertThat(walk.count(EvidenceKind.ACTION_STALE, ACTION)).isEqualTo(1);
        assertThat(walk.count(EvidenceKind.ACTION_ASSESSED, ACTION)).isEqualTo(2);
        assertThat(waiting(walk)).isEmpty();
    }

    @Test
    void aStopOfSomethingElseHoldsNothingBack() {
        stopped(new StopScope(StopScope.Kind.ACTION_TYPE, "block-hash"), null);
        stopped(new StopScope(StopScope.Kind.PLAYBOOK, Script.ISOLATE.key), null);
        play.begin(Script.BLOCK, RiskTier.AUTONOMOUS).contained(ACTION);
    }

    @Test
    void whatPeopleApprovedIsAskedAnew() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(ACTION, 1);
        stopped(StopScope.everything(), null);
        walk.approve(ACTION);
        isHeld(walk);
        liftAll();
        play.road.find(walk.run(), run -> walk.count(EvidenceKind.ACTION_ASSESSED, ACTION) == 2);
        walk.untouched(ACTION);
        walk.approve(ACTION);
        walk.contained(ACTION);
    }

    @Test
    void whatWasDoneIsTakenBackUnderAStopOfEverything() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.AUTONOMOUS);
        walk.inForce();
        stopped(StopScope.everything(), null);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    @Test
    void aRunThatWaitsBehindAStopCanBeTakenBackAndWaitsNoMore() {
        Walk walk = play.begin(stopped(StopScope.everything(), play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS)));
        isHeld(walk);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        assertThat(waiting(walk)).isEmpty();
        liftAll();
        walk.untouched(ACTION);
    }

    @Test
    void whatTwoStopsHoldBackWaitsForBoth() {
        Scene scene = play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS);
        stopped(new StopScope(StopScope.Kind.ACTION_TYPE, ACTION), scene);
        stopped(StopScope.everything(), scene);
        Walk walk = play.begin(scene);
        isHeld(walk);
        Stop widest = stops.inForce().get(0);
        lift.ask(widest.id(), "sam", "The cause was found and mended");
        lift.lift(widest.id(), "eva", "The cause was found and mended");
        play.road.find(walk.run(), run -> walk.count(EvidenceKind.ACTION_HELD, ACTION) == 2);
        walk.untouched(ACTION);
        liftAll();
        walk.contained(ACTION);
    }

    /** Actions and the stop race: when pressing has returned, what was claimed is all that there will be. */
    @RepeatedTest(3)
    void whenPressingReturnsNothingNewIsClaimed() {
        List<Scene> scenes = IntStream.range(0, 12).mapToObj(one -> play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS)).toList();
        List<Walk> walks = new ArrayList<>();
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> scenes.forEach(scene -> walks.add(play.begin(scene))));
        Road.patiently().until(() -> scenes.stream().anyMatch(scene -> claimed(List.copyOf(walks)) > 0));
        press.press(StopScope.everything(), "In the middle of it all", Actor.person("ana"));
        long claimed = claimed(List.copyOf(walks));
        starting.join();
        Road.patiently().until(() -> walks.stream().filter(walk -> !waiting(walk).isEmpty()).count() + claimed(walks), all -> all == walks.size());
        assertThat(claimed(walks)).isEqualTo(claimed).isBetween(1L, 12L);
        liftAll();
        walks.forEach(walk -> walk.contained(ACTION));
    }

    private long claimed(List<Walk> walks) {
        return walks.stream().filter(walk -> !play.road.actions(walk.run()).isEmpty()).count();
    }

    private Scene stopped(StopScope scope, Scene scene) {
        press.press(scope, "The test stops it", Actor.person("ana"));
        return scene;
    }

    private void isHeld(Walk walk) {
        Road.patiently().until(() -> !waiting(walk).isEmpty());
        assertThat(waiting(walk)).singleElement().satisfies(action -> assertThat(action.target()).isEqualTo(walk.target(ACTION)));
    }

    private List<HeldAction> waiting(Walk walk) {
        return held.waiting(1000).stream().filter(action -> action.playbookRun().equals(walk.run())).toList();
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.playbook.PersonTask;
import io.countersign.rollback.RollbackPlanner;
import io.countersign.rollback.RunOrders;
import io.countersign.rollback.RunRequestRefused;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a run left is taken back after its process instance is gone: by the ledger alone, newest first, once, and never silently given up. */
@CountersignTest
class ReverseRunTest {

    private static final String BACK = "Rolled back and observed";

    @Autowired
    Play play;

    @Autowired
    Engine engine;

    @Autowired
    RunOrders orders;

    @Autowired
    Organisation organisation;

    @Autowired
    RollbackPlanner planner;

    @AfterEach
    void theAgentWorks() {
        play.stage.activateAgent();
        play.stage.ceiling(RiskTier.DUAL);
    }

    /** The ways in which a process instance goes. */
    enum Gone {
        DELETED {
            @Override
            void make(Engine engine, PlaybookRunId run) {
                engine.delete(run);
            }
        },
        DELETED_QUIETLY {
            @Override
            void make(Engine engine, PlaybookRunId run) {
                engine.deleteQuietly(run);
            }
        },
        ERASED_FROM_THE_TABLES {
            @Override
            void make(Engine engine, PlaybookRunId run) {
                engine.erase(run);
            }
        };

        abstract void make(Engine engine, PlaybookRunId run);
    }

    @ParameterizedTest
    @EnumSource
    void whateverTakesTheInstanceAwayItsEffectsComeBackInReverse(Gone gone) {
        Walk walk = inForce(Script.CONTAIN);
        gone.make(engine, walk.run());
        engine.look();
        PlaybookRunId reverse = engine.reverse(walk.run());
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        isBack(walk);
        assertThat(play.road.ended(walk.run())).satisfies(run -> assertThat(run.cutOff()).isTrue()).satisfies(run -> assertThat(run.outcome()).startsWith("Cut off"));
        engine.look();
        assertThat(engine.reverses(walk.run())).isEqualTo(1);
        assertThat(play.trail.ofPlaybookRun(reverse)).extracting(row -> row.kind()).containsExactly(EvidenceKind.PLAYBOOK_STARTED, EvidenceKind.ROLLBACK_ENDED,
                EvidenceKind.PLAYBOOK_ENDED);
    }

    @ParameterizedTest
    @EnumSource(value = WaitState.class, names = {"FIRST_APPROVAL", "SECOND_APPROVAL", "BY_HAND", "OUTCOME_UNCLEAR"})
    void fromEveryWaitStateWhatWasDoneBeforeComesBack(WaitState state) {
        Walk walk = play.begin(Script.CONTAIN, state.tier);
        state.reach(walk, "remove-from-group");
        boolean acted = !play.road.actions(walk.run()).isEmpty();
        engine.delete(walk.run());
        assertThat(play.road.ended(walk.run()).cutOff()).isTrue();
        assertThat(play.asksAnybody(walk.run())).isFalse();
        if (acted) {
            play.road.ended(engine.reverse(walk.run()));
        }
        engine.look();
        walk.allBack();
    }

    @Test
    void anEffectUnderWayWhenTheInstanceWentIsAwaitedAndThenTakenBack() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        WaitState.EFFECT_UNDER_WAY.reach(walk, "block-address");
        engine.delete(walk.run());
        assertThat(play.road.ended(engine.reverse(walk.run())).outcome()).isEqualTo(BACK);
        isBack(walk);
        assertThat(walk.orders("ACT", "block-address")).isEqualTo(1);
    }

    @Test
    void anEffectWhoseMakerDiedWithTheInstanceIsLookedAtAndThenTakenBack() {
        Walk walk = inForce(Script.BLOCK);
        TestDatabase.jdbcClient().sql("update action_run set state = 'EXECUTING', version = version + 1 where playbook_run = ?").param(walk.run().value()).update();
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        assertThat(play.stage.seen(walk.target("block-address"), "block-address")).isEqualTo("true");
        play.clock.advance(Duration.ofSeconds(90));
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
        assertThat(walk.count(EvidenceKind.ACTION_OBSERVED, "block-address")).isEqualTo(2);
    }

    /** However its run came to an end, and whatever a person said at it: the ledger knows of a call whose end nobody recorded. */
    @Test
    void anEffectOfWhichNobodyKnowsWhatBecameIsLookedAtThoughItsRunIsOver() {
        Walk walk = inForce(Script.BLOCK);
        Ending.drift(walk);
        play.road.release(walk.run());
        play.road.standsAt(walk.run(), "review-on-release");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        play.stage.stranger(walk.target("block-address"), "blocked", "true");
        TestDatabase.jdbcClient().sql("update action_run set state = 'EXECUTING', version = version + 1 where playbook_run = ?").param(walk.run().value()).update();
        engine.look();
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.clock.advance(Duration.ofSeconds(90));
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
        engine.look();
        assertThat(engine.reverses(walk.run())).isEqualTo(1);
    }

    @Test
    void whatDoesNotWorkKeepsNothingElseWaitingAndIsTriedUntilItDoes() {
        Walk walk = inForce(Script.ISOLATE);
        play.stage.train(walk.target("block-address"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.road.action(walk.run(), "isolate-host", ActionRunState.RESTORED);
        walk.untouched("isolate-host");
        assertThat(play.stage.seen(walk.target("block-address"), "block-address")).isEqualTo("true");
        PersonTask asked = play.road.waitingTask(reverse, PersonTask.Kind.REVIEW);
        assertThat(asked.name()).isEqualTo("Take back by hand what is left");
        play.stage.train(walk.target("block-address"), Training.NONE);
        play.clock.advance(Duration.ofMinutes(61));
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
        assertThat(play.asksAnybody(reverse)).isFalse();
    }

    @Test
    void whatFailedIsOlderEffectsOnTheSameTargetWaitForIt() {
        Walk walk = inForce(Script.CONTAIN);
        play.stage.train(walk.target("disable-account"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.road.waitingTask(reverse, PersonTask.Kind.REVIEW);
        walk.contained("disable-account");
        play.stage.train(walk.target("disable-account"), Training.NONE);
        play.road.rollBack(reverse);
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
        assertThat(walk.undone().stream().distinct().toList()).isEqualTo(List.of("remove-from-group", "end-sessions", "disable-account"));
    }

    @Test
    void aStrangersChangeIsLeftToAPersonAndSeenWhenItIsGone() {
        Walk walk = inForce(Script.BLOCK);
        Ending.drift(walk);
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.road.waitingTask(reverse, PersonTask.Kind.REVIEW);
        assertThat(play.stage.seen(walk.target("block-address"), "block-address")).isEqualTo("changed by a stranger");
        assertThat(play.road.actions(walk.run())).extracting(ActionRunView::state).containsExactly(ActionRunState.DRIFTED);
        play.stage.stranger(walk.target("block-address"), "blocked", "true");
        play.road.rollBack(reverse);
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
    }

    @Test
    void whatNoMachineMayUndoIsAPersonsTask() {
        Walk walk = play.begin(Script.LEAK, RiskTier.APPROVE);
        Script.LEAK.actions.forEach(action -> Treatment.APPROVED.of(walk, action));
        walk.inForce();
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        PersonTask task = play.road.waitingTask(reverse, PersonTask.Kind.REVIEW);
        assertThat(play.road.actions(walk.run())).extracting(ActionRunView::state).containsExactly(ActionRunState.UNSAFE, ActionRunState.RESTORED, ActionRunState.RESTORED);
        assertThat(play.stage.seen(walk.target("deactivate-api-key"), "deactivate-api-key")).isEqualTo("false");
        play.complete(task, java.util.Map.of("checked", "The console of the cloud", "statement", "ACCEPTED", "reason", "The key was replaced by another"), "ana");
        assertThat(play.road.ended(reverse).outcome()).isEqualTo("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
        engine.look();
        assertThat(engine.reverses(walk.run())).isEqualTo(1);
    }

    @Test
    void aRunThatEndedWithSomethingLeftIsTakenBackWhenSomebodyOrdersIt() {
        Walk walk = inForce(Script.BLOCK);
        Ending.drift(walk);
        play.road.release(walk.run());
        play.road.standsAt(walk.run(), "review-on-release");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        engine.look();
        assertThat(engine.reverses(walk.run())).isZero();
        play.stage.stranger(walk.target("block-address"), "blocked", "true");
        assertThat(planner.plan(walk.run()).steps()).singleElement().satisfies(step -> assertThat(step.explanation()).contains("looked at again"));
        play.road.rollBack(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
        assertThat(play.road.ended(reverse)).satisfies(run -> assertThat(run.startedBy()).isEqualTo("ana"));
    }

    @Test
    void whatAnotherRunContainedSinceIsNotTakenFromIt() {
        Walk walk = inForce(Script.BLOCK);
        Ending.drift(walk);
        play.road.release(walk.run());
        play.road.standsAt(walk.run(), "review-on-release");
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        play.stage.stranger(walk.target("block-address"), "blocked", "false");
        Walk other = play.begin(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS, walk.scene().targets()));
        other.contained("block-address");
        other.inForce();
        play.road.rollBack(walk.run());
        assertThat(play.road.ended(engine.reverse(walk.run())).outcome()).isEqualTo(BACK);
        play.road.action(walk.run(), "block-address", ActionRunState.HANDED_OVER);
        other.contained("block-address");
        play.road.release(other.run());
        other.endsAs("Released and observed");
        other.allBack();
    }

    @Test
    void whereNothingIsLeftItIsSaidPlainly() {
        Walk walk = inForce(Script.BLOCK);
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("nothing of it is left");
        assertThat(engine.reverses(walk.run())).isZero();
    }

    @Test
    void manyWhoOrderItAtOnceGetOneReverseRun() throws Exception {
        Walk walk = inForce(Script.BLOCK);
        play.stage.train(walk.target("block-address"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        engine.erase(walk.run());
        List<Callable<String>> calls = new ArrayList<>();
        organisation.crowd(10).forEach(person -> calls.add(() -> ordered(walk.run(), person)));
        calls.add(() -> {
            engine.look();
            return "looked";
        });
        List<String> answers = CrowdTest.atOnce(calls);
        engine.look();
        assertThat(answers).filteredOn(answer -> answer.equals("taken")).hasSizeLessThanOrEqualTo(2);
        assertThat(engine.reverses(walk.run())).isEqualTo(1);
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).isInstanceOf(RunRequestRefused.class).hasMessageContaining("is being taken back by run");
        play.stage.train(walk.target("block-address"), Training.NONE);
        play.clock.advance(Duration.ofHours(2));
        play.road.ended(engine.reverse(walk.run()));
        walk.allBack();
    }

    private String ordered(PlaybookRunId run, String person) {
        try {
            orders.rollBack(run, "Pressed together with the others", Actor.person(person));
            return "taken";
        } catch (RunRequestRefused refused) {
            return refused.getMessage();
        }
    }

    @Test
    void aReverseRunThatIsTakenAwayItselfIsFollowedByAnother() {
        Walk walk = inForce(Script.BLOCK);
        play.stage.train(walk.target("block-address"), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        engine.delete(walk.run());
        PlaybookRunId first = engine.reverse(walk.run());
        engine.deleteQuietly(first);
        engine.look();
        play.stage.train(walk.target("block-address"), Training.NONE);
        PlaybookRunId second = engine.reverse(walk.run());
        assertThat(second).isNotEqualTo(first);
        play.clock.advance(Duration.ofHours(2));
        assertThat(play.road.ended(second).outcome()).isEqualTo(BACK);
        walk.allBack();
    }

    @Test
    void whatAPersonKeepsStaysUntilItsDayAlthoughItsProcessIsGone() {
        Walk walk = inForce(Script.BLOCK);
        play.keep(walk.run(), play.clock.instant().plus(Duration.ofDays(20)));
        walk.inForce();
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.road.standsAt(reverse, "wait-for-another-round");
        play.clock.advance(Duration.ofDays(19));
        walk.contained("block-address");
        play.clock.advance(Duration.ofDays(2));
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
    }

    @Test
    void itWorksAfterTheAgentWasSuspended() {
        Walk walk = inForce(Script.BLOCK);
        play.stage.suspendAgent();
        engine.delete(walk.run());
        assertThat(play.road.ended(engine.reverse(walk.run())).outcome()).isEqualTo(BACK);
        walk.allBack();
    }

    @Test
    void whereTheConnectorIsGoneAPersonIsToldWhatIsMissing() {
        Walk walk = inForce(Script.BLOCK);
        TestDatabase.jdbcClient().sql("update action_run set connector = 'sold-last-year' where playbook_run = ?").param(walk.run().value()).update();
        engine.delete(walk.run());
        PlaybookRunId reverse = engine.reverse(walk.run());
        play.road.waitingTask(reverse, PersonTask.Kind.REVIEW);
        assertThat(play.road.actions(walk.run())).singleElement().satisfies(row -> assertThat(row.detail()).contains("sold-last-year"));
        TestDatabase.jdbcClient().sql("update action_run set connector = 'sandbox' where playbook_run = ?").param(walk.run().value()).update();
        play.road.rollBack(reverse);
        assertThat(play.road.ended(reverse).outcome()).isEqualTo(BACK);
        walk.allBack();
    }

    private Walk inForce(Script script) {
        Walk walk = play.begin(script, RiskTier.AUTONOMOUS);
        script.actions.forEach(walk::contained);
        walk.inForce();
        return walk;
    }

    private void isBack(Walk walk) {
        walk.allBack();
        List<ActionRunView> tried = play.road.actions(walk.run());
        assertThat(tried).allSatisfy(row -> assertThat(row.state()).isEqualTo(ActionRunState.RESTORED));
        List<String> reverse = new ArrayList<>(tried.stream().map(ActionRunView::activity).toList());
        Collections.reverse(reverse);
        assertThat(walk.undone()).isEqualTo(reverse);
    }
}

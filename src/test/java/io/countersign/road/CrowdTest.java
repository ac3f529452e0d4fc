package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.DecideApproval;
import io.countersign.approval.Decision;
import io.countersign.approval.DecisionRefused;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.execution.ActionRunState;
import io.countersign.rollback.RunOrders;
import io.countersign.rollback.RunRequestRefused;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once: one outcome, and everybody is told which. */
@CountersignTest
class CrowdTest {

    private static final String HOST = "isolate-host";

    @Autowired
    Play play;

    @Autowired
    Organisation organisation;

    @Autowired
    DecideApproval decide;

    @Autowired
    RunOrders orders;

    @RepeatedTest(3)
    void twentyPeopleWhoDecideAtOnceGiveOneDecision() throws Exception {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked(HOST, 1);
        List<String> answers = atOnce(organisation.crowd(20).stream().map(person -> decision(asked, person, person.hashCode() % 2 == 0)).toList());
        assertThat(answers).filteredOn(answer -> answer.startsWith("taken")).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.startsWith("taken")).hasSize(19).allMatch(answer -> answer.contains("This was already") && answer.contains(" by crowd-"));
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    /** A refusal that ends the run and a roll-back of it reach for the same rows from two sides. */
    @RepeatedTest(5)
    void decisionsAndRollBacksAtOnceEndAllInOneWay() throws Exception {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked("block-address", 1);
        List<String> people = organisation.crowd(20);
        List<String> answers = atOnce(IntStream.range(0, 20).mapToObj(i -> i % 4 == 3 ? rollBack(walk, people.get(i)) : decision(asked, people.get(i), i % 4 == 0)).toList());
        assertThat(answers).filteredOn(answer -> answer.startsWith("taken")).hasSizeBetween(1, 2);
        assertThat(answers).allMatch(answer -> answer.startsWith("taken") || answer.contains("already") || answer.contains("rolled back") || answer.contains("ended"));
        play.road.ended(walk.run());
        walk.allBack();
        assertThat(play.asksAnybody(walk.run())).isFalse();
    }

    @Test
    void manyWhoRollBackAtOnceGiveOneRollBack() throws Exception {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.AUTONOMOUS);
        walk.inForce();
        List<String> answers = atOnce(organisation.crowd(10).stream().map(person -> rollBack(walk, person)).toList());
        assertThat(answers).filteredOn(answer -> answer.startsWith("taken")).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.startsWith("taken")).hasSize(9).allMatch(answer -> answer.contains("rolled back since") || answer.contains("ended at"));
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    /** Holds the effect's row at the very moment at which its outcome is about to commit: the roll-back asked for then must not miss it. */
    @Test
    void aRollBackAskedForWhileAnEffectSettlesIsNotLost() throws Exception {
        Scene scene = play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS);
        play.stage.train(scene.target("block-address"), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(1)));
        Walk walk = play.begin(scene);
        play.road.action(walk.run(), "block-address", ActionRunState.EXECUTING);
        CompletableFuture<Void> asked = TestDatabase.transactions().execute(held -> {
            TestDatabase.jdbcClient().sql("select id from action_run where playbook_run = ? for update").param(walk.run().value()).query(String.class).list();
            waitsForALock("update action_run%");
            CompletableFuture<Void> rollBack = CompletableFuture.runAsync(() -> play.road.rollBack(walk.run()));
            Road.patiently().until(() -> rollBack.isDone() || isWaiting("select * from playbook_run%for update"));
            return rollBack;
        });
        asked.get();
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    private static void waitsForALock(String query) {
        Road.patiently().until(() -> isWaiting(query));
    }

    private static boolean isWaiting(String query) {
        return TestDatabase.jdbcClient().sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like ?").param(query).query(Long.class).single() > 0;
    }

    private Callable<String> decision(ApprovalRequestView asked, String person, boolean approved) {
        return () -> {
            try {
                decide.decide(new Decision(asked.id(), asked.digest(), approved, "Pressed together with the others", person));
                return "taken: " + approved;
            } catch (DecisionRefused refused) {
                return refused.getMessage();
            }
        };
    }

    private Callable<String> rollBack(Walk walk, String person) {
        return () -> {
            try {
                orders.rollBack(walk.run(), "Pressed together with the others", Actor.person(person));
                return "taken: roll back";
            } catch (RunRequestRefused refused) {
                return refused.getMessage();
            }
        };
    }

    static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CyclicBarrier start = new CyclicBarrier(calls.size());
            List<Future<String>> pressed = calls.stream().map(call -> threads.submit(() -> {
                start.await();
                return call.call();
            })).toList();
            List<String> answers = new ArrayList<>();
            for (Future<String> one : pressed) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionOutcome;
import io.countersign.execution.Settled;
import io.countersign.execution.TargetBusy;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worker's lock ran out, and a second one has its task before the first has begun: both looked, and only one may say what becomes of it. */
@CountersignTest
class TwoWorkersTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    Stamp stamp;

    @Test
    void theOneThatCameLaterIsToldToLookAgain() throws Exception {
        Walk walk = approved();
        CompletableFuture<CompletableFuture<Settled>> later = new CompletableFuture<>();
        CompletableFuture<Settled> first = held(walk, () -> later.complete(startedAndWaiting(walk, 2)));
        assertThat(first.get().outcome()).isEqualTo(ActionOutcome.CONFIRMED);
        saysNothing(later.get());
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(ActionOutcome.CONFIRMED);
    }

    @Test
    void theOneThatCouldNotEvenReadTheTargetDoesNotSayThatNothingWasDone() throws Exception {
        Walk walk = approved();
        CompletableFuture<CompletableFuture<Settled>> later = new CompletableFuture<>();
        CompletableFuture<Settled> first = held(walk, () -> {
            play.stage.train(walk.target(ACTION), Training.of(Fault.ABSENT));
            later.complete(startedAndWaiting(walk, 2));
            play.stage.train(walk.target(ACTION), Training.NONE);
        });
        assertThat(first.get().outcome()).isEqualTo(ActionOutcome.CONFIRMED);
        saysNothing(later.get());
        assertThat(play.road.actions(walk.run())).hasSize(1);
    }

    private static void saysNothing(CompletableFuture<Settled> worker) {
        assertThatThrownBy(worker::get).hasCauseInstanceOf(TargetBusy.class).hasMessageContaining("Another worker has begun");
    }

    /** @param meanwhile between the first worker's look and its claim, which waits for the row of the run */
    private CompletableFuture<Settled> held(Walk walk, Runnable meanwhile) {
        return TestDatabase.transactions().execute(locked -> {
            TestDatabase.jdbcClient().sql("select 1 from playbook_run where id = ? for no key update").param(walk.run().value()).query(Integer.class).single();
            CompletableFuture<Settled> first = startedAndWaiting(walk, 1);
            meanwhile.run();
            return first;
        });
    }

    private CompletableFuture<Settled> startedAndWaiting(Walk walk, int waiting) {
        CompletableFuture<Settled> worker = CompletableFuture.supplyAsync(() -> stamp.execute(walk, ACTION), task -> new Thread(task, "worker").start());
        Road.patiently().until(() -> TestDatabase.jdbcClient().sql("""
                select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%from playbook_run%for update%'""")
                .query(Integer.class).single() == waiting);
        return worker;
    }

    private Walk approved() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        stamp.approve(walk.asked(ACTION, 1), 1, "sam", "soc", Instant.now().plusSeconds(600));
        return walk;
    }
}

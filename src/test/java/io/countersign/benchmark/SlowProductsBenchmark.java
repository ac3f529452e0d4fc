package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.Actor;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * {@code -Dbench.parts=slow}: alert to effect on a product that answers at once, alone and beside many calls of one that takes its time, in turn. The
 * calls are all under way before anything is measured, and until everything was; so their beginning, which takes processor time, is not in it.
 */
@CountersignTest
class SlowProductsBenchmark {

    private static final int CALLS = Integer.getInteger("bench.calls", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 4);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    private static final int PER_SECOND = 5;

    @Autowired
    Organisation organisation;

    @Autowired
    Governed governed;

    @Autowired
    SandboxTraining sandbox;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private int number;

    @BeforeAll
    static void wanted() {
        Parts.require("slow");
    }

    @Test
    void aSlowProductKeepsNoOtherWaiting() throws Exception {
        organisation.exists();
        for (int run = 0; run < 60; run++) {
            governed.run();
        }
        List<Long> alone = new ArrayList<>();
        List<Long> beside = new ArrayList<>();
        Duration latency = Duration.ofSeconds(10);
        int least = CALLS;
        for (int round = 0; round < ROUNDS; round++) {
            alone.addAll(fast());
            long began = System.nanoTime();
            List<Future<?>> slow = slow(latency.plusSeconds(SECONDS + 4));
            await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(50)).until(() -> underWay() == CALLS || slow.stream().anyMatch(Future::isDone));
            System.out.printf("round %d: %d calls under way after %.1f s%n", round, underWay(), (System.nanoTime() - began) / 1e9);
            latency = latency.compareTo(Duration.ofNanos(System.nanoTime() - began)) > 0 ? latency : Duration.ofNanos(System.nanoTime() - began);
            if (underWay() < CALLS) {
                join(slow);
                continue;
            }
            beside.addAll(fast());
            least = Math.min(least, underWay());
            join(slow);
        }
        double quiet = Measure.percentile(alone, 95);
        double busy = Measure.percentile(beside, 95);
        System.out.printf("alert to effect alone: p50 %.1f ms, p95 %.1f ms over %d; beside %d calls of a product that takes 10 s or more, never fewer than %d under way: p50 %.1f ms, p95 %.1f ms"
                + " over %d%n", Measure.percentile(alone, 50), quiet, alone.size(), CALLS, least, Measure.percentile(beside, 50), busy, beside.size());
        System.out.printf("p95 beside slow calls/alone: %.2f%n", busy / quiet);
        assertThat(beside).isNotEmpty();
    }

    private List<Future<?>> slow(Duration latency) {
        List<Future<?>> calls = new ArrayList<>();
        for (int call = 0; call < CALLS; call++) {
            String address = "198.18." + ++number / 256 + "." + number % 256;
            sandbox.train(new Target(TargetKind.ADDRESS, address), Training.NONE.on(Training.On.ACT).slow(latency), Actor.system("benchmark"));
            calls.add(pool.submit(() -> governed.effect(address)));
        }
        return calls;
    }

    private static void join(List<Future<?>> calls) throws Exception {
        for (Future<?> call : calls) {
            call.get();
        }
    }

    private static int underWay() {
        return TestDatabase.jdbcClient().sql("select count(*) from action_run where state = 'EXECUTING' and target like '198.18.%'").query(Integer.class).single();
    }

    private List<Long> fast() throws Exception {
        List<Future<Long>> runs = new ArrayList<>();
        for (int run = 0; run < PER_SECOND * SECONDS; run++) {
            runs.add(pool.submit(governed::run));
            Thread.sleep(1000 / PER_SECOND);
        }
        List<Long> effects = new ArrayList<>();
        for (Future<Long> run : runs) {
            effects.add(run.get());
        }
        return effects;
    }
}

package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code mvn -Pbench verify}: blocks of governed and bare runs in turn, so that both meet the same weather, then five alerts a
 * second. The first blocks of each warm up and are not counted. The last line is the ratio.
 */
@CountersignTest
class RoadBenchmark {

    private static final int CLIENTS = 4;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 12);
    private static final int BLOCKS = Integer.getInteger("bench.blocks", 6);
    private static final int RUNS = Integer.getInteger("bench.runs", 40);

    @Autowired
    Organisation organisation;

    @Autowired
    Governed governed;

    @BeforeAll
    static void wanted() {
        Parts.require("road");
    }

    @Test
    void governedRunsAgainstBareRuns() throws Exception {
        organisation.exists();
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        try (Bare bare = bare(owner)) {
            for (int block = 0; block < WARM_UP; block++) {
                new Measure(owner, governed).block(CLIENTS, RUNS);
                new Measure(owner, bare).block(CLIENTS, RUNS);
            }
            Measure ours = new Measure(owner, governed);
            Measure reference = new Measure(owner, bare);
            for (int block = 0; block < BLOCKS; block++) {
                ours.block(CLIENTS, RUNS);
                reference.block(CLIENTS, RUNS);
            }
            List<Long> paced = paced(5, Integer.getInteger("bench.seconds", 20));
            System.out.println(ours.row());
            System.out.println(reference.row());
            System.out.printf("alert to effect at 5 alerts/s: p50 %.1f ms, p95 %.1f ms over %d alerts%n", Measure.percentile(paced, 50),
                    Measure.percentile(paced, 95), paced.size());
            System.out.printf("governed/bare by processor time: %.2f%n", reference.cpuPerRun() / ours.cpuPerRun());
            System.out.printf("governed/bare: %.2f%n", ours.runsPerSecond() / reference.runsPerSecond());
            assertThat(paced).isNotEmpty();
        }
    }

    private List<Long> paced(int perSecond, int seconds) throws Exception {
        ExecutorService pool = Executors.newCachedThreadPool();
        List<Future<Long>> runs = new ArrayList<>();
        for (int i = 0; i < perSecond * seconds; i++) {
            runs.add(pool.submit(governed::run));
            Thread.sleep(1000 / perSecond);
        }
        List<Long> effects = new ArrayList<>();
        for (Future<Long> run : runs) {
            effects.add(run.get());
        }
        pool.shutdown();
        return effects;
    }

    private static Bare bare(JdbcClient owner) throws Exception {
        owner.sql("create database bare").update();
        DataSource source = TestDatabase.ownerDataSource();
        try (Connection connection = source.getConnection()) {
            owner.sql("create role bare login superuser password 'bare'").update();
            return new Bare(connection.getMetaData().getURL().replaceAll("/[^/?]+(\\?|$)", "/bare$1"), "bare", "bare");
        }
    }
}

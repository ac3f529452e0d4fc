package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code -Dbench.parts=rollback}: many open containments are rolled back, in blocks; where the first block costs more per roll-back than the last, something grows with what is open. */
@CountersignTest
class RollBackBenchmark {

    private static final int OPEN = Integer.getInteger("bench.open", 500);
    private static final int BLOCKS = 5;
    private static final int CLIENTS = 4;

    @Autowired
    Organisation organisation;

    @Autowired
    Governed governed;

    private final Queue<PlaybookRunId> open = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void wanted() {
        Parts.require("rollback");
    }

    @Test
    void manyContainmentsAreRolledBack() throws Exception {
        organisation.exists();
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        contain(40);
        new Measure(owner, backwards()).block(CLIENTS, 10);
        contain(OPEN);
        Measure all = new Measure(owner, backwards());
        for (int block = 0; block < BLOCKS; block++) {
            Measure one = new Measure(owner, backwards());
            one.block(CLIENTS, OPEN / BLOCKS / CLIENTS);
            System.out.printf("roll back with %d open: %s%n", open.size() + OPEN / BLOCKS, one.costs());
            all.add(one);
        }
        System.out.printf("roll back of %d open containments: %.1f s, %s%n", OPEN, all.seconds(), all.costs());
        assertThat(open).isEmpty();
        assertThat(owner.sql("select count(*) from lease where state <> 'RELEASED'").query(Long.class).single()).as("still contained").isZero();
    }

    private void contain(int runs) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> all = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            all.add(pool.submit(() -> open.add(governed.contained())));
        }
        for (Future<?> run : all) {
            run.get();
        }
        pool.shutdown();
    }

    private Driver backwards() {
        return new Driver() {
            @Override
            public String name() {
                return "roll back";
            }

            @Override
            public long run() throws Exception {
                long start = System.nanoTime();
                governed.rollBack(open.remove());
                return System.nanoTime() - start;
            }
        };
    }
}

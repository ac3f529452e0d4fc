package io.countersign.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts what runs of one side cost: time, processor time of this process and of the server, commits and WAL of the whole server
 * while nothing else runs on it, and the time to the effect. On a machine that is shared, processor time says more than the clock.
 */
class Measure {

    private final JdbcClient owner;
    private final Driver driver;
    private final List<Long> effects = new ArrayList<>();
    private long nanos;
    private long commits;
    private long wal;
    private long ours;
    private long server;

    Measure(JdbcClient owner, Driver driver) {
        this.owner = owner;
        this.driver = driver;
    }

    void block(int clients, int runsEach) throws Exception {
        long commitsBefore = commits();
        long walBefore = wal();
        long oursBefore = ours();
        long serverBefore = server();
        long start = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        List<Future<List<Long>>> all = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            all.add(pool.submit(() -> {
                List<Long> own = new ArrayList<>();
                for (int i = 0; i < runsEach; i++) {
                    own.add(driver.run());
                }
                return own;
            }));
        }
        for (Future<List<Long>> client : all) {
            effects.addAll(client.get());
        }
        pool.shutdown();
        nanos += System.nanoTime() - start;
        ours += ours() - oursBefore;
        server += server() - serverBefore;
        wal += wal() - walBefore;
        Thread.sleep(1100); // the counters of commits are published once a second
        commits += commits() - commitsBefore;
    }

    void add(Measure other) {
        effects.addAll(other.effects);
        nanos += other.nanos;
        commits += other.commits;
        wal += other.wal;
        ours += other.ours;
        server += other.server;
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** What one run costs, without its name. */
    String costs() {
        int runs = effects.size();
        return String.format("%.1f runs/s, %.1f commits/run, %d WAL bytes/run, processor %.1f + server %.1f ms/run, p50 %.1f ms, p95 %.1f ms", runsPerSecond(),
                (double) commits / runs, wal / runs, ours / 1e6 / runs, server / 1e6 / runs, percentile(effects, 50), percentile(effects, 95));
    }

    double runsPerSecond() {
        return effects.size() * 1e9 / nanos;
    }

    /** Milliseconds of processor time, both processes. */
    double cpuPerRun() {
        return (ours + server) / 1e6 / effects.size();
    }

    String row() {
        int runs = effects.size();
        return String.format("%-9s %5d runs  %6.1f runs/s  %5.1f commits/run  %8d WAL bytes/run  processor %5.1f + server %5.1f ms/run"
                + "  alert to effect p50 %5.1f ms  p95 %6.1f ms", driver.name(), runs, runsPerSecond(), (double) commits / runs, wal / runs,
                ours / 1e6 / runs, server / 1e6 / runs, percentile(effects, 50), percentile(effects, 95));
    }

    static double percentile(List<Long> nanos, int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1e6;
    }

    private static long ours() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private long server() {
        return owner.sql("select pid from pg_stat_activity").query(Long.class).list().stream()
                .flatMap(pid -> ProcessHandle.of(pid).flatMap(process -> process.info().totalCpuDuration()).stream()).mapToLong(Duration::toNanos).sum();
    }

    private long commits() {
        return owner.sql("select sum(xact_commit) from pg_stat_database").query(Long.class).single();
    }

    private long wal() {
        return owner.sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')").query(Long.class).single();
    }
}

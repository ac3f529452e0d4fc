package io.countersign.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.testing.InstalledPostgres;
import io.countersign.testing.RunningJar;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code -Dbench.parts=past}: the jar on a database with many runs that are over: how long it takes to start, what it asks for while it has
 * nothing to do, and what the first pages cost. What reads many blocks per call grows with the past.
 */
class PastBenchmark {

    private static final int RUNS = Integer.getInteger("bench.past", 100_000);
    private static final List<String> PAGES = List.of("/inbox", "/incidents", "/incidents?ticket=OPEN", "/incidents/INC-2", "/history", "/history?person=chiara.conti",
            "/history?target=198.51.100.78", "/containment", "/runs/RUN", "/runs/RUN/plan", "/stops", "/guardrails");

    @TempDir
    Path folder;

    @BeforeAll
    static void wanted() {
        Parts.require("past");
    }

    @Test
    void manyRunsThatAreOverCostNothing() throws Exception {
        Path home = folder.resolve("home");
        try (InstalledPostgres server = InstalledPostgres.start(folder.resolve("postgres"), "-c shared_preload_libraries=pg_stat_statements -c pg_stat_statements.max=10000 -c shared_buffers=512MB"
                + " -c max_wal_size=8GB -c synchronous_commit=off"); HikariDataSource one = one(server)) {
            JdbcClient owner = JdbcClient.create(one);
            Statements statements = new Statements(owner);
            String run = ended(server, home, owner);
            System.out.printf("start without a past: %.1f s%n", started(server, home));
            long began = System.nanoTime();
            long rows = new Past(owner).copy(run, RUNS);
            System.out.printf("%d runs that are over: %d rows, written in %.0f s%n", RUNS, rows, (System.nanoTime() - began) / 1e9);
            System.out.printf("start with %d runs that are over: %.1f s%n", RUNS, started(server, home));
            try (RunningJar product = RunningJar.start(server, home)) {
                Thread.sleep(5_000);
                statements.forget();
                Thread.sleep(30_000);
                report("30 s with nothing to do", statements.done(), 12);
                for (String page : PAGES) {
                    product.open(page.replace("RUN", run), "chiara.conti");
                    statements.forget();
                    long asked = System.nanoTime();
                    product.open(page.replace("RUN", run), "chiara.conti");
                    report(String.format("GET %s %.0f ms", page, (System.nanoTime() - asked) / 1e6), statements.done(), 3);
                }
            }
            assertThat(owner.sql("select count(*) from playbook_run where state = 'ENDED'").query(Long.class).single()).isGreaterThan(RUNS);
        }
    }

    /** A run of the sample that acted by itself, and was released. */
    private static String ended(InstalledPostgres server, Path home, JdbcClient owner) throws Exception {
        try (RunningJar product = RunningJar.start(server, home)) {
            product.alert("198.51.100.78");
            String run = patiently(owner, "select h.playbook_run from lease l join lease_holder h on h.lease = l.id where l.state = 'ACTIVE' and l.target = '198.51.100.78'");
            product.order("/api/runs/" + run + "/release", "The benchmark wants it over", "chiara.conti");
            return patiently(owner, "select id from playbook_run where state = 'ENDED' and id = '" + run + "'");
        }
    }

    private static double started(InstalledPostgres server, Path home) throws Exception {
        long began = System.nanoTime();
        try (RunningJar product = RunningJar.start(server, home)) {
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static void report(String what, List<Statements.Done> done, int most) {
        System.out.printf("%s: %d statements, %d blocks, %.1f ms in the server%n", what, done.stream().mapToLong(Statements.Done::calls).sum(),
                done.stream().mapToLong(Statements.Done::blocks).sum(), done.stream().mapToDouble(Statements.Done::millis).sum());
        done.stream().limit(most).forEach(statement -> System.out.println("  " + statement));
    }

    private static String patiently(JdbcClient owner, String query) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(() -> owner.sql(query).query(String.class).list(), found -> !found.isEmpty()).get(0);
    }

    /** Settings of a session hold for all that it does. */
    private static HikariDataSource one(InstalledPostgres server) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(server.source(InstalledPostgres.OWNER));
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }
}

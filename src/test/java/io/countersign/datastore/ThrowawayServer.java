package io.countersign.datastore;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A migrated database with the product's own settings, for tests of every module. */
public final class ThrowawayServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedServer server;
    private final HikariDataSource source;

    public ThrowawayServer(Path home, Path programs) {
        server = EmbeddedServer.start(new Home(home), programs, 0, PATIENCE);
        DatabaseConnection.check(server.database(), Duration.ZERO);
        Migration.run(server.database());
        // All tests together do in an hour what no organisation does: those of budgets bring their own.
        JdbcClient.create(ownerSource()).sql("update guardrail set enabled = false where kind = 'BUDGET'").update();
        source = Pool.of(server.database(), 10);
    }

    /** As the product connects. */
    public DataSource applicationSource() {
        return source;
    }

    public DataSource ownerSource() {
        return server.database().source(server.database().owner());
    }

    /** Settings that let a whole application use this database as an external one. */
    public Map<String, String> properties() {
        Database database = server.database();
        return Map.of("countersign.database.url", database.url(),
                "countersign.database.username", database.application().username(),
                "countersign.database.password", database.application().password(),
                "countersign.database.migration-username", database.owner().username(),
                "countersign.database.migration-password", database.owner().password());
    }

    /** Another migrated database on this server, for a test whose rows nothing else may look after. */
    public HikariDataSource another(String name, String options) {
        JdbcClient.create(ownerSource()).sql("create database " + name).update();
        Database database = server.database();
        Database other = new Database(database.url().replaceFirst("/[^/]+$", "/" + name), database.owner(), database.application(), true);
        Migration.run(other);
        return Pool.of(new Database(other.url() + "?options=" + URLEncoder.encode(options, StandardCharsets.UTF_8), other.owner(), other.application(), true), 4);
    }

    /** Waits for applications that are stopping at the same time, so that the server goes last, as in the product. */
    @Override
    public void close() {
        source.close();
        JdbcClient owner = JdbcClient.create(ownerSource());
        Awaitility.await().atMost(PATIENCE).until(() -> owner.sql("select count(*) from pg_stat_activity where usename = ?")
                .param(server.database().application().username()).query(Long.class).single() == 0);
        server.close();
    }
}

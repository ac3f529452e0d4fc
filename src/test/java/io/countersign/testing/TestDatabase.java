package io.countersign.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.countersign.datastore.ThrowawayServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL of this test JVM: started on first use in a fresh directory, migrated, as durable as in production, and gone
 * when the JVM ends. All tests share it, so a test MUST make rows of its own and MUST NOT count those of others.
 */
public final class TestDatabase {

    private static final Path HOME = newHome();
    private static final ThrowawayServer SERVER = new ThrowawayServer(HOME, Path.of("target", "postgres-programs").toAbsolutePath());
    private static final DataSource SOURCE = SERVER.applicationSource();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::end, "test-database-end"));
    }

    private TestDatabase() {
    }

    /** Connects as the product does: this role owns nothing. */
    public static DataSource dataSource() {
        return SOURCE;
    }

    /** Connects as the owner of the schema: for tests of what not even the product may do. */
    public static DataSource ownerDataSource() {
        return SERVER.ownerSource();
    }

    /** A migrated database beside it that no application looks after; what is lost when the machine dies is of no interest there. The caller closes it. */
    public static HikariDataSource alone(String name) {
        return SERVER.another(name, "-c synchronous_commit=off");
    }

    public static JdbcClient jdbcClient() {
        return JdbcClient.create(SOURCE);
    }

    /** What {@link #jdbcClient()} does within one of these is one transaction. */
    public static TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE));
    }

    /** A home directory for what the product writes beside the database. */
    public static Path home() {
        return HOME;
    }

    static Map<String, String> properties() {
        return SERVER.properties();
    }

    private static Path newHome() {
        try {
            return Files.createDirectory(Files.createTempDirectory("countersign-test-").resolve("home"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void end() {
        SERVER.close();
        FileSystemUtils.deleteRecursively(HOME.getParent().toFile());
    }
}

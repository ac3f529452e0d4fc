package io.countersign.evidence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real, empty PostgreSQL with chosen migrations, for tests that need rows but no application context. One server per JVM. */
public final class PlainDatabase {

    private static final Path MIGRATIONS = Path.of("db", "migration");
    private static EmbeddedPostgres server;
    private static int created;

    private PlainDatabase() {
    }

    /** @param versions for example {@code V10}; applied in the given order */
    public static synchronized DataSource with(String... versions) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().start();
            }
            String name = "plain" + ++created;
            execute(server.getPostgresDatabase(), "create database " + name);
            DataSource database = server.getDatabase("postgres", name);
            for (String version : versions) {
                execute(database, migration(version));
            }
            ((PGSimpleDataSource) database).setPreparedStatementCacheQueries(64);
            return database;
        } catch (IOException | SQLException broken) {
            throw new IllegalStateException("The test database could not be made", broken);
        }
    }

    private static String migration(String version) {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> matching = files.filter(file -> file.getFileName().toString().startsWith(version + "__")).toList();
            if (matching.size() != 1) {
                throw new IllegalStateException("Expected one migration " + version + ", found " + matching);
            }
            return Files.readString(matching.get(0));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.countersign.datastore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the product: durable, reachable from this machine only, and with passwords from the first
 * moment. It must be closed after everything that uses it; there is no shutdown hook that would run ahead of the engine.
 */
final class EmbeddedServer implements DatabaseServer {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String NAME = "countersign";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EmbeddedPostgres postgres;
    private final Database database;

    private EmbeddedServer(EmbeddedPostgres postgres, Account owner, Account application) {
        this.postgres = postgres;
        this.database = new Database("jdbc:postgresql://localhost:" + postgres.getPort() + "/" + NAME, owner, application, true);
    }

    /**
     * Starts the server, or takes over the one that a killed process left behind on the same data.
     *
     * @param programs where the server's programs are unpacked: never a directory that others may write to
     * @param port     0 for any free one
     */
    static EmbeddedServer start(Home home, Path programs, int port, Duration patience) {
        Account owner = new Account("postgres", home.secret("database-owner.password", EmbeddedServer::password));
        Account application = new Account("countersign_app", home.secret("database.password", EmbeddedServer::password));
        Path data = home.resolve("postgres");
        PortOwner.refuseForeign(port, data);
        EmbeddedServer server = new EmbeddedServer(startPatiently(home, programs, port, patience, owner), owner, application);
        try {
            server.provision();
            return server;
        } catch (SQLException | RuntimeException failed) {
            server.close();
            throw new DatabaseUnavailable("The embedded database in " + data + " started but cannot be set up: " + failed.getMessage(),
                    "Read the newest file in " + data.resolve("log"), failed);
        }
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException notStopped) {
            LOG.warn("database.not-stopped reason={}", notStopped.getMessage());
        }
    }

    /** After a kill the old server needs a moment to let go of its lock file, so a failure is tried again. */
    private static EmbeddedPostgres startPatiently(Home home, Path programs, int port, Duration patience, Account owner) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return configured(home, programs, port, owner).start();
            } catch (IOException | RuntimeException failed) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw new DatabaseUnavailable("The embedded database in " + home.resolve("postgres") + " does not start: " + failed.getMessage(),
                            "If another Countersign runs on this home, stop it. Else read the newest file in "
                                    + home.resolve("postgres").resolve("log"), failed);
                }
                pause();
            }
        }
    }

    private static EmbeddedPostgres.Builder configured(Home home, Path programs, int port, Account owner) throws IOException {
        Files.createDirectories(programs);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres")).setCleanDataDirectory(false).setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false).setConnectConfig("password", owner.password());
        EmbeddedServerOptions.server().forEach(builder::setServerConfig);
        EmbeddedServerOptions.creation(home.resolve("database-owner.password")).forEach(builder::setLocaleConfig);
        return port == 0 ? builder : builder.setPort(port);
    }

    private void provision() throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", "postgres").getConnection(); var statement = connection.createStatement()) {
            Account application = database.application();
            if (!exists(connection, "select 1 from pg_database where datname = ?", NAME)) {
                statement.execute("create database " + NAME);
            }
            statement.execute("revoke all on database " + NAME + " from public");
            String verb = exists(connection, "select 1 from pg_roles where rolname = ?", application.username()) ? "alter" : "create";
            statement.execute(verb + " role " + application.username() + " login nosuperuser nocreatedb nocreaterole noreplication password '"
                    + application.password() + "'");
            statement.execute("grant connect on database " + NAME + " to " + application.username());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static String password() {
        return UUID.randomUUID().toString() + UUID.randomUUID();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.countersign.datastore;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Duration ONE_ATTEMPT = Duration.ofSeconds(10);

    private final HomeLock lock;
    private final EmbeddedPostgres postgres;
    private final Database database;

    private EmbeddedServer(HomeLock lock, EmbeddedPostgres postgres, Account owner, Account application) {
        this.lock = lock;
        this.postgres = postgres;
        this.database = new Database("jdbc:postgresql://localhost:" + postgres.getPort() + "/countersign", owner, application, true);
    }

    /**
     * Starts the server on the data of this home, after stopping one that a killed process left behind on it.
     *
     * @param programs where the server's programs are unpacked; closed to others, who could replace them
     * @param port     0 for any free one
     */
    static EmbeddedServer start(Home home, Path programs, int port, Duration patience) {
        Account owner = new Account("postgres", home.secret("database-owner.password", EmbeddedServer::password));
        Account application = new Account("countersign_app", home.secret("database.password", EmbeddedServer::password));
        HomeLock lock = HomeLock.take(home);
        Path data = home.resolve("postgres");
        try {
            LeftBehind.clear(data, port, patience);
            EmbeddedServer server = new EmbeddedServer(lock, startPatiently(home, programs, port, patience, owner), owner, application);
            server.provision(data);
            return server;
        } catch (DatabaseUnavailable failed) {
            closeQuietly(lock);
            throw failed;
        }
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        closeQuietly(postgres);
        closeQuietly(lock);
    }

    private static EmbeddedPostgres startPatiently(Home home, Path programs, int port, Duration patience, Account owner) {
        Path data = home.resolve("postgres");
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                // The library forgets its own lock when a start fails; ours is the one that counts.
                Files.deleteIfExists(data.resolve("epg-lock"));
                EmbeddedPostgres started = configured(home, programs, port, owner).start();
                Home.closeToOthers(programs);
                return started;
            } catch (IOException | RuntimeException failed) {
                if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                    throw new DatabaseUnavailable("The embedded database in " + data + " does not start: " + failed.getMessage(),
                            "Read the newest file in " + data.resolve("log") + " and what the console says above", failed);
                }
                LOG.warn("database.start-failed reason=\"{}\" action=retry", failed.getMessage());
                pause(Duration.ofSeconds(1));
            }
        }
    }

    private static EmbeddedPostgres.Builder configured(Home home, Path programs, int port, Account owner) throws IOException {
        Files.createDirectories(programs);
        Home.closeToOthers(programs);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("postgres")).setCleanDataDirectory(false).setOverrideWorkingDirectory(programs.toFile())
                .setRegisterShutdownHook(false).setPGStartupWait(ONE_ATTEMPT).setConnectConfig("password", owner.password());
        EmbeddedServerOptions.server().forEach(builder::setServerConfig);
        EmbeddedServerOptions.creation(home.resolve("database-owner.password")).forEach(builder::setLocaleConfig);
        return port == 0 ? builder : builder.setPort(port);
    }

    private void provision(Path data) {
        try (var connection = postgres.getDatabase("postgres", "postgres").getConnection()) {
            EmbeddedRoles.provide(connection, "countersign", database.application());
        } catch (SQLException failed) {
            closeQuietly(postgres);
            throw new DatabaseUnavailable("The embedded database in " + data + " started but cannot be set up: " + failed.getMessage(),
                    "Read the newest file in " + data.resolve("log"), failed);
        }
    }

    private static String password() {
        return UUID.randomUUID().toString() + UUID.randomUUID();
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception notStopped) {
            LOG.warn("database.not-stopped reason=\"{}\"", notStopped.getMessage());
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.countersign.datastore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears the way after a process that was killed. Its server may still run, with the settings of then, and would be taken over
 * unseen; so it is stopped first. Must only be called by the holder of the {@link HomeLock}: else it would stop a server in use.
 */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    /** What the children of a killed server need to let go of its memory. */
    private static final Duration LETTING_GO = Duration.ofSeconds(2);

    private LeftBehind() {
    }

    static void clear(Path data, int port, Duration patience) {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> server = running(pidFile);
        if (server.isPresent()) {
            LOG.warn("database.left-behind pid={} action=stop", server.get().pid());
            stop(server.get(), patience);
        } else if (Files.exists(pidFile)) {
            LOG.warn("database.was-killed data={} action=recover", data);
            EmbeddedServer.pause(LETTING_GO);
        }
        if (port != 0 && answers(port)) {
            throw new DatabaseUnavailable("Port " + port + " is held by another program, so the embedded database cannot use it",
                    "Stop that program, or choose another port with COUNTERSIGN_DATABASE_PORT");
        }
    }

    /** The process id is the first line; after a restart of the machine it may belong to somebody else. */
    private static Optional<ProcessHandle> running(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0).strip())).filter(LeftBehind::isPostgres)
                    : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(command -> Path.of(command).getFileName().toString().startsWith("postgres")).isPresent();
    }

    private static void stop(ProcessHandle server, Duration patience) {
        server.destroy();
        try {
            server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new DatabaseUnavailable("A PostgreSQL that an earlier process left behind does not stop: process " + server.pid(),
                    "Stop process " + server.pid() + " with an interrupt signal, then start again");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}

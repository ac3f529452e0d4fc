package io.countersign.datastore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while this process uses the embedded data, and let go by the system even if the process is killed. */
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Home home) {
        Path file = home.resolve("countersign.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new HomeLock(channel);
            }
            channel.close();
        } catch (IOException impossible) {
            throw new DatabaseUnavailable("The lock " + file + " cannot be taken: " + impossible.getMessage(),
                    "Set COUNTERSIGN_HOME to a local directory that this user may write to");
        }
        throw new DatabaseUnavailable("Another Countersign uses the home " + home.directory(),
                "Stop it, or give this one a home (COUNTERSIGN_HOME) and a port (COUNTERSIGN_DATABASE_PORT) of its own; "
                        + "several nodes share an external database (COUNTERSIGN_DATABASE_URL)");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }
}

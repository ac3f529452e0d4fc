package io.countersign.datastore;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The installation's own directory, readable by its owner only. Whatever is written through it is complete or absent, and
 * never readable by others, not even for a moment.
 */
public final class Home {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path directory;

    /** Makes the directory (mode 700) if there is none. */
    public Home(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.directory, ownerOnly("rwx------"));
        } catch (IOException impossible) {
            throw new DatabaseUnavailable("The home directory " + this.directory + " cannot be made: " + impossible.getMessage(),
                    "Set COUNTERSIGN_HOME to a directory that this user may write to");
        }
    }

    public Path directory() {
        return directory;
    }

    public Path resolve(String name) {
        return directory.resolve(name);
    }

    /** The text of a secret that is kept here, made by {@code first} when there is none yet. */
    public String secret(String name, Supplier<String> first) {
        Path file = resolve(name);
        try {
            if (!Files.exists(file)) {
                write(name, first.get());
            }
            refuseIfOthersMayRead(file);
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new DatabaseUnavailable("The secret " + file + " cannot be read or made: " + unreadable.getMessage(),
                    "Let the user that runs Countersign own its home directory and everything in it");
        }
    }

    /** Writes a file that only its owner may read (mode 600), replacing one that is there. */
    public void write(String name, String text) throws IOException {
        Path file = resolve(name);
        Files.createDirectories(file.getParent(), ownerOnly("rwx------"));
        Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new", ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Mode 700 for a directory that something else made or opened. */
    static void closeToOthers(Path directory) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        if (POSIX && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new DatabaseUnavailable("The secret " + file + " may be read by others than its owner",
                    "Find out who could have read it, then run: chmod 600 " + file);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}

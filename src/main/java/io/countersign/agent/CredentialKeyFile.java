package io.countersign.agent;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private key that signs credentials, in a file that only its owner can read. Made on the first start; a start is refused
 * when others could have read it. On a file system without POSIX permissions that cannot be checked, and the log says so.
 */
class CredentialKeyFile {

    private static final Logger log = LoggerFactory.getLogger(CredentialKeyFile.class);
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path file;

    CredentialKeyFile(Path home) {
        this.file = home.resolve("keys").resolve("credential-signing.jwk");
    }

    ECKey loadOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            refuseIfExposed(file.getParent());
            refuseIfExposed(file);
            return ECKey.parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The key that signs credentials, " + file + ", cannot be read or made", unreadable);
        } catch (ParseException broken) {
            throw new IllegalStateException("The key that signs credentials, " + file + ", is damaged. Delete it and start again: a new one is made,"
                    + " and credentials of the last minutes are refused");
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This Java platform cannot make a P-256 key", impossible);
        }
    }

    private void create() throws IOException, JOSEException {
        Files.createDirectories(file.getParent().getParent());
        if (!Files.isDirectory(file.getParent())) {
            Files.createDirectory(file.getParent(), ownerOnly(file.getParent().getParent(), OWNER_DIRECTORY));
        }
        ECKey key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
        Path unfinished = Files.createTempFile(file.getParent(), "credential-signing", ".new", ownerOnly(file.getParent(), OWNER_FILE));
        Files.writeString(unfinished, key.toJSONString());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        log.info("credential.key.created file={} kid={}", file, key.getKeyID());
    }

    private void refuseIfExposed(Path path) throws IOException {
        if (!posix(path)) {
            log.warn("credential.key.unchecked file={} reason=no-posix-permissions", path);
            return;
        }
        Set<PosixFilePermission> beyondOwner = Files.getPosixFilePermissions(path);
        beyondOwner.removeAll(OWNER_DIRECTORY);
        if (!beyondOwner.isEmpty()) {
            throw new IllegalStateException(path + " can be used by others than its owner, so whoever could read the key can sign credentials."
                    + " Delete " + file + " (a new key is made), run 'chmod 700 " + file.getParent() + "' and start again");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path place, Set<PosixFilePermission> permissions) throws IOException {
        return posix(place) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return store.supportsFileAttributeView(PosixFileAttributeView.class);
    }
}

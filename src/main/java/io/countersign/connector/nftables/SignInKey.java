package io.countersign.connector.nftables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Collection;
import java.util.Set;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/** The private key of Countersign's account, read from a file that is its owner's alone. */
final class SignInKey {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private SignInKey() {
    }

    static KeyPair read(Path file) {
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (posix != null && !OWNER_ONLY.containsAll(posix.readAttributes().permissions())) {
                throw NftablesSettings.refused("private-key-file", "may be read by others than its owner: find out who could have read it, then run: chmod 600 " + file);
            }
            Collection<KeyPair> keys = SecurityUtils.getKeyPairResourceParser().loadKeyPairs(null, file, FilePasswordProvider.EMPTY);
            if (keys.size() == 1) {
                return keys.iterator().next();
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw NftablesSettings.refused("private-key-file", "cannot be used: " + file + " must be a readable private key without passphrase, such as ssh-keygen makes");
        }
        throw NftablesSettings.refused("private-key-file", "must hold one private key: " + file);
    }
}

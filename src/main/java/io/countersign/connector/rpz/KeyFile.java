package io.countersign.connector.rpz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/** Reads the TSIG key. What the file holds is in no message. */
final class KeyFile {

    private static final int SHORTEST = 16;

    private KeyFile() {
    }

    /** @throws IllegalArgumentException naming the setting, if the file or its name cannot be used */
    static TSIG read(RpzSettings settings) {
        Path file = settings.keyFile();
        try {
            requireOwnerOnly(file);
            byte[] secret = Base64.getDecoder().decode(Files.readString(file).lines().findFirst().orElse("").strip());
            if (secret.length < SHORTEST) {
                throw RpzSettings.refused("key-file", "holds a key of less than " + SHORTEST * 8 + " bits: its first line must be the key in base64");
            }
            return new TSIG(TSIG.algorithmToName(settings.keyAlgorithm()), Name.fromString(settings.keyName(), Name.root), secret);
        } catch (TextParseException notAName) {
            throw RpzSettings.refused("key-name", "is not a name");
        } catch (IOException unreadable) {
            throw RpzSettings.refused("key-file", "cannot be read: " + file);
        } catch (IllegalArgumentException refused) {
            throw refused.getMessage().startsWith("countersign.") ? refused : RpzSettings.refused("key-file", "is not base64 in its first line: " + file);
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            if (!rights.endsWith("------")) {
                throw RpzSettings.refused("key-file", "can be read by others than its owner (" + rights + "): chmod 600 " + file);
            }
        }
    }
}

package io.countersign.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions are what is tested")
class CredentialKeyFileTest {

    @TempDir
    private Path home;

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException {
        CredentialKeyFile file = new CredentialKeyFile(home.resolve("new"));
        assertThat(file.loadOrCreate()).isEqualTo(file.loadOrCreate()).satisfies(key -> assertThat(key.isPrivate()).isTrue());
        assertThat(permissions(home.resolve("new/keys"))).isEqualTo("rwx------");
        assertThat(permissions(key("new"))).isEqualTo("rw-------");
        try (var files = Files.list(home.resolve("new/keys"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aKeyThatOthersCouldReadStopsTheStart() throws IOException {
        CredentialKeyFile file = new CredentialKeyFile(home);
        file.loadOrCreate();
        Files.setPosixFilePermissions(home.resolve("keys/credential-signing.jwk"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(file::loadOrCreate).isInstanceOf(IllegalStateException.class).hasMessageContaining("credential-signing.jwk")
                .hasMessageContaining("chmod 700");
    }

    @Test
    void aDirectoryThatOthersCanEnterStopsTheStart() throws IOException {
        CredentialKeyFile file = new CredentialKeyFile(home);
        file.loadOrCreate();
        Files.setPosixFilePermissions(home.resolve("keys"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(file::loadOrCreate).isInstanceOf(IllegalStateException.class).hasMessageContaining("keys");
    }

    @Test
    void aDamagedKeyStopsTheStartAndIsNotShown() throws IOException {
        CredentialKeyFile file = new CredentialKeyFile(home);
        file.loadOrCreate();
        Files.writeString(home.resolve("keys/credential-signing.jwk"), "{\"d\":\"secret-part\"}");
        assertThatThrownBy(file::loadOrCreate).isInstanceOf(IllegalStateException.class).hasMessageContaining("damaged")
                .hasMessageNotContaining("secret-part").hasNoCause();
    }

    private Path key(String directory) {
        return home.resolve(directory).resolve("keys/credential-signing.jwk");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

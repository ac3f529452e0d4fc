package io.countersign.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.datastore.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "POSIX permissions are what is tested")
class CredentialKeyTest {

    @TempDir
    private Path directory;
    private Home home;
    private Path file;

    @BeforeEach
    void aFirstStart() {
        home = new Home(directory.resolve("home"));
        CredentialKey.of(home);
        file = home.resolve(CredentialKey.FILE);
    }

    @Test
    void theKeyIsMadeOnceAndOnlyItsOwnerCanReadIt() throws IOException {
        assertThat(CredentialKey.of(home)).isEqualTo(CredentialKey.of(home)).satisfies(key -> assertThat(key.isPrivate()).isTrue());
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersCouldReadStopsTheStart() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> CredentialKey.of(home)).hasMessageContaining("credential-signing.jwk").hasMessageContaining("read by others");
    }

    @Test
    void aDamagedKeyStopsTheStartAndIsNotShown() throws IOException {
        Files.writeString(file, "{\"d\":\"secret-part\"}");
        assertThatThrownBy(() -> CredentialKey.of(home)).isInstanceOf(IllegalStateException.class).hasMessageContaining("damaged")
                .hasMessageNotContaining("secret-part").hasNoCause();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

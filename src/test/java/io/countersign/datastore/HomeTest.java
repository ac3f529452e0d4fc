package io.countersign.datastore;

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

@DisabledOnOs(OS.WINDOWS)
class HomeTest {

    @TempDir
    Path directory;

    @Test
    void theHomeAndItsSecretsAreForTheirOwnerOnly() throws IOException {
        Home home = new Home(directory.resolve("a/home"));
        home.secret("key", () -> "s3cret");
        home.write("notes/list", "text");
        assertThat(mode(home.directory())).isEqualTo("rwx------");
        assertThat(mode(home.resolve("key"))).isEqualTo("rw-------");
        assertThat(mode(home.resolve("notes"))).isEqualTo("rwx------");
        assertThat(mode(home.resolve("notes/list"))).isEqualTo("rw-------");
    }

    @Test
    void aSecretIsMadeOnceAndThenKept() {
        Home home = new Home(directory.resolve("home"));
        assertThat(home.secret("key", () -> "first")).isEqualTo("first");
        assertThat(new Home(home.directory()).secret("key", () -> "second")).isEqualTo("first");
    }

    @Test
    void aSecretThatOthersMayReadIsRefused() throws IOException {
        Home home = new Home(directory.resolve("home"));
        home.secret("key", () -> "s3cret");
        Files.setPosixFilePermissions(home.resolve("key"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> home.secret("key", () -> "other")).isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("may be read by others").hasMessageNotContaining("s3cret");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

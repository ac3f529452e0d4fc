package io.countersign.connector.rpz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RpzSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of("primary", "ns1.example.org", "zone", "rpz.example.org", "key-name", "countersign",
            "key-file", "/run/secrets/tsig", "resolver", "[2001:db8::53]:5353");

    @Test
    void aServerHasThePortOfDnsUnlessItNamesAnother() {
        RpzSettings settings = bind(COMPLETE);
        assertThat(RpzSettings.port(settings.primary())).isEqualTo(53);
        assertThat(RpzSettings.host(settings.resolver())).isEqualTo("[2001:db8::53]");
        assertThat(RpzSettings.port(settings.resolver())).isEqualTo(5353);
    }

    @Test
    void withoutAPrimaryThereIsNothingToCheck() {
        assertThat(bind(Map.of("zone", "rpz.example.org")).primary()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"primary, ns1.example.org/x", "primary, ''", "primary, ns1.example.org:70000", "zone, ''", "key-name, ''", "key-algorithm, hmac-md5", "resolver, ''", "resolver, 'a b'", "connect-timeout, 1ms",
            "response-timeout, 1h"})
    void aBadValueIsRefusedByItsName(String setting, String value) {
        Map<String, String> changed = new HashMap<>(COMPLETE);
        changed.put(setting, value);
        assertThatThrownBy(() -> bind(changed)).rootCause().hasMessageStartingWith("countersign.connector.rpz." + setting + " ");
    }

    @ParameterizedTest
    @CsvSource({"c2hvcnQ=, less than 128 bits", "not base64!, is not base64", "'', less than 128 bits"})
    void aKeyThatIsNoneIsRefusedAndNotRepeated(String content, String why, @TempDir Path folder) throws Exception {
        RpzSettings settings = withKey(Files.writeString(folder.resolve("key"), content));
        assertThatThrownBy(() -> KeyFile.read(settings)).hasMessageContaining(why).hasMessageStartingWith("countersign.connector.rpz.key-file")
                .satisfies(refused -> assertThat(content.isEmpty() || !refused.getMessage().contains(content)).isTrue());
    }

    @Test
    void aKeyThatOthersMayReadIsRefused(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "c2VjcmV0c2VjcmV0c2VjcmV0");
        RpzSettings settings = withKey(key);
        assertThat(KeyFile.read(settings)).isNotNull();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyFile.read(settings)).hasMessageContaining("chmod 600");
    }

    private static RpzSettings withKey(Path key) throws Exception {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put("key-file", key.toString());
        return bind(settings);
    }

    private static RpzSettings bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("countersign.connector.rpz." + name, value));
        return new Binder(source).bind("countersign.connector.rpz", RpzSettings.class).get();
    }
}

package io.countersign.connector.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class NftablesSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of("host", "fw1.example.org", "private-key-file", "/run/secrets/key", "known-hosts-file", "/run/secrets/known_hosts");

    @Test
    void completeSettingsHaveDefaults() {
        NftablesSettings settings = bind(COMPLETE);
        assertThat(settings.port()).isEqualTo(22);
        assertThat(settings.table()).isEqualTo("countersign");
        assertThat(settings.nativeLease()).as("longer than a person can keep anything").isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void withoutAHostThereIsNothingToCheck() {
        assertThat(bind(Map.of("port", "2222")).host()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"host, -oProxyCommand=reboot", "host, a b", "port, 0", "user, root;id", "user, ''", "table, 'x; flush ruleset'", "table, ''", "set-ipv4, blocked-4", "set-ipv4, @b",
        "set-ipv6, blocked4", "native-lease, -PT1S", "native-lease, PT0.5S", "native-lease, P9999D", "widest-ipv4, 0", "widest-ipv6, 129", "connect-timeout, 1ms", "response-timeout, 1h",
        "commands, 0", "commands, 11"})
    void aBadValueIsRefusedByItsName(String setting, String value) {
        Map<String, String> changed = new HashMap<>(COMPLETE);
        changed.put(setting, value);
        assertThatThrownBy(() -> bind(changed)).rootCause().hasMessageStartingWith("countersign.connector.nftables." + setting + " ");
    }

    @ParameterizedTest
    @CsvSource({"private-key-file", "known-hosts-file"})
    void aMissingFileIsNamed(String setting) {
        Map<String, String> changed = new HashMap<>(COMPLETE);
        changed.remove(setting);
        assertThatThrownBy(() -> bind(changed)).rootCause().hasMessageStartingWith("countersign.connector.nftables." + setting + " ");
    }

    @Test
    void aPrivateKeyThatOthersMayReadIsRefused(@TempDir Path folder) throws Exception {
        String pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Path key = Files.writeString(folder.resolve("key"), pem);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> SignInKey.read(key)).hasMessageStartingWith("countersign.connector.nftables.private-key-file may be read by others").hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(SignInKey.read(key).getPrivate().getAlgorithm()).isEqualTo("RSA");
    }

    @Test
    void whatIsNoKeyIsRefused(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "no key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> SignInKey.read(key)).hasMessageStartingWith("countersign.connector.nftables.private-key-file must hold one private key");
        assertThatThrownBy(() -> SignInKey.read(folder.resolve("missing"))).hasMessageStartingWith("countersign.connector.nftables.private-key-file cannot be used");
    }

    @Test
    void knownHostsWithoutTheFirewallAreRefused(@TempDir Path folder) throws Exception {
        Path known = Files.writeString(folder.resolve("known_hosts"), "fw2.example.org ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEmSbHGAHPRkzPp0rjN1eBtVTVb1eQcdpDIFL5q8o3W4\n");
        Map<String, String> there = new HashMap<>(COMPLETE);
        there.put("known-hosts-file", known.toString());
        assertThatThrownBy(() -> HostKeys.of(bind(there))).hasMessageStartingWith("countersign.connector.nftables.known-hosts-file has no key of fw1.example.org");
        there.put("host", "fw2.example.org");
        HostKeys keys = HostKeys.of(bind(there));
        assertThat(keys.know("ssh-ed25519")).isTrue();
        assertThat(keys.know("ecdsa-sha2-nistp256")).isFalse();
        assertThatThrownBy(() -> HostKeys.of(bind(COMPLETE))).hasMessageStartingWith("countersign.connector.nftables.known-hosts-file cannot be used");
    }

    static NftablesSettings bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("countersign.connector.nftables." + name, value));
        return new Binder(source).bind("countersign.connector.nftables", NftablesSettings.class).get();
    }
}

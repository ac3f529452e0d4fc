package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LdapSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of("url", "ldaps://dc1.example.org", "bind-dn", "cn=countersign,dc=example,dc=org",
            "password", "not-to-be-seen", "user-base", "ou=people,dc=example,dc=org", "group-base", "ou=groups,dc=example,dc=org");

    @Test
    void completeSettingsHaveDefaults() {
        LdapSettings settings = bind(COMPLETE);
        assertThat(settings.port()).isEqualTo(636);
        assertThat(settings.flavour()).isEqualTo(LdapSettings.Flavour.ACTIVE_DIRECTORY);
        assertThat(settings.connections()).isEqualTo(8);
    }

    @Test
    void withoutAUrlThereIsNothingToCheck() {
        assertThat(bind(Map.of("flavour", "RFC2307")).url()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"url, ldap://dc1.example.org", "url, http://dc1.example.org", "url, ldaps:///", "start-tls, true", "bind-dn, ''", "password, ''",
            "password-file, /run/secrets/another", "user-base, ''", "group-base, ''", "connections, 0", "connect-timeout, 1ms", "response-timeout, 1h"})
    void aBadValueIsRefusedByItsName(String setting, String value) {
        Map<String, String> changed = new HashMap<>(COMPLETE);
        changed.put(setting, value);
        String named = Map.of("start-tls", "url", "password-file", "password").getOrDefault(setting, setting);
        assertThatThrownBy(() -> bind(changed)).rootCause().hasMessageStartingWith("countersign.connector.ldap." + named + " ");
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(bind(COMPLETE).toString()).doesNotContain("not-to-be-seen");
    }

    @Test
    void thePasswordMayComeFromAFile(@TempDir Path folder) throws Exception {
        Map<String, String> fromFile = new HashMap<>(COMPLETE);
        fromFile.remove("password");
        fromFile.put("password-file", Files.writeString(folder.resolve("password"), "from a file\n").toString());
        assertThat(bind(fromFile).readPassword()).isEqualTo("from a file");
        Files.writeString(folder.resolve("password"), "");
        assertThatThrownBy(() -> bind(fromFile).readPassword()).hasMessageContaining("password-file");
    }

    private static LdapSettings bind(Map<String, String> settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        settings.forEach((name, value) -> source.put("countersign.connector.ldap." + name, value));
        return new Binder(source).bind("countersign.connector.ldap", LdapSettings.class).get();
    }
}

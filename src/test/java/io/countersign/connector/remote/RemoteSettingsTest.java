package io.countersign.connector.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RemoteSettingsTest {

    private static final String BENEATH = "countersign.connector.remote.";

    private final ApplicationContextRunner node = new ApplicationContextRunner().withUserConfiguration(Wiring.class);

    @Test
    void withoutAPortThereIsNone() {
        node.run(context -> assertThat(context.getBean(RemoteSettings.class).products()).isEmpty());
    }

    @Test
    void aProductIsBoundFromFlatNames() {
        node.withPropertyValues(BENEATH + "port=8443", BENEATH + "products.dmz-ldap.actions=disable-account,remove-from-group", BENEATH + "products.dmz-ldap.workers=dmz-1,dmz-2",
                BENEATH + "products.dmz-ldap.connector=ldap", BENEATH + "products.dmz-ldap.name=Directory of the DMZ").run(context -> {
                    RemoteSettings settings = context.getBean(RemoteSettings.class);
                    assertThat(settings.products().get("dmz-ldap").actions()).containsExactlyInAnyOrder("disable-account", "remove-from-group");
                    assertThat(settings.products().get("dmz-ldap").workers()).containsExactlyInAnyOrder("dmz-1", "dmz-2");
                    assertThat(settings.connectorOf("dmz-ldap")).isEqualTo("ldap");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"products.ldap.actions=a products.ldap.workers=b|port", "port=8443|products", "port=70000 products.ldap.actions=a products.ldap.workers=b|port",
            "port=1 products.ldap.workers=b|products.ldap.actions", "port=1 products.ldap.actions=a|products.ldap.workers",
            "port=1 products.[Two.Words].actions=a products.[Two.Words].workers=b|products", "port=1 products.ldap.actions=a products.ldap.workers=b fetch-within=1ms|fetch-within",
            "port=1 products.ldap.actions=a products.ldap.workers=b answer-within=1h|answer-within",
            "port=1 products.ldap.actions=a products.ldap.workers=b,c products.dmz.actions=a products.dmz.workers=c products.dmz.connector=ldap|products"})
    void aBadValueIsNamed(String given, String setting) {
        ApplicationContextRunner wrong = node;
        for (String value : given.split(" ")) {
            wrong = wrong.withPropertyValues(BENEATH + value);
        }
        wrong.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(BENEATH + setting + " "));
    }

    @EnableConfigurationProperties(RemoteSettings.class)
    static class Wiring {
    }
}

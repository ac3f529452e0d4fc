package io.countersign.connector;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the connectors as a whole; each product has its own beneath.
 *
 * @param routes catalogue id to connector id, for example {@code disable-account: ldap}. Empty by default: then only the
 *               sandbox, where it is enabled, takes actions; everything else is refused
 */
@ConfigurationProperties("countersign.connector")
public record ConnectorSettings(Map<String, String> routes) {

    public ConnectorSettings {
        routes = routes == null ? Map.of() : Map.copyOf(routes);
    }
}

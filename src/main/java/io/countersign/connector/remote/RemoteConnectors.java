package io.countersign.connector.remote;

import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorFamily;
import java.util.List;
import java.util.Map;

/** A connector for each product that is named in the settings. */
final class RemoteConnectors implements ConnectorFamily {

    private final List<Connector> connectors;

    RemoteConnectors(RemoteSettings settings, RemoteOrders orders) {
        this.connectors = settings.products().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .<Connector>map(named -> new RemoteConnector(named.getKey(), named.getValue(), settings.connectorOf(named.getKey()), orders)).toList();
    }

    @Override
    public List<Connector> connectors() {
        return connectors;
    }
}

package io.countersign.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Connectors by the configured routes. What is done to Countersign itself, Countersign does. A real product is only ever reached by a route that somebody wrote down; what has no
 * route goes to the sandbox where that is enabled, and nowhere otherwise.
 */
@Component
class RoutedConnectors implements Connectors {

    private final Map<String, Connector> byId = new LinkedHashMap<>();
    private final Map<String, String> routes;

    RoutedConnectors(ObjectProvider<Connector> connectors, ObjectProvider<ConnectorFamily> families, ConnectorSettings settings) {
        connectors.orderedStream().forEach(this::add);
        families.orderedStream().flatMap(family -> family.connectors().stream()).forEach(this::add);
        this.routes = settings.routes();
        routes.forEach(this::checkRoute);
    }

    @Override
    public Connector forAction(String actionType) {
        Optional<Connector> own = own(actionType);
        String routed = routes.get(actionType);
        if (own.isPresent()) {
            return own.get();
        }
        if (routed != null) {
            return byId(routed);
        }
        return byId.values().stream().filter(connector -> connector.sandbox() && connector.actionTypes().contains(actionType)).findFirst()
                .orElseThrow(() -> new NoConnector("No connector does '" + actionType + "', so it is refused. Name one in "
                        + "countersign.connector.routes." + actionType + ". Configured are: " + known()));
    }

    @Override
    public Connector byId(String id) {
        Connector connector = byId.get(id);
        if (connector == null) {
            throw new NoConnector("There is no connector '" + id + "'. Configured are: " + known());
        }
        return connector;
    }

    @Override
    public List<Connector> all() {
        return List.copyOf(byId.values());
    }

    private Optional<Connector> own(String actionType) {
        return byId.values().stream().filter(connector -> connector.itself() && connector.actionTypes().contains(actionType)).findFirst();
    }

    private void add(Connector connector) {
        if (byId.putIfAbsent(connector.id(), connector) != null) {
            throw new IllegalStateException("Two connectors share the id '" + connector.id() + "': an audience must be one product");
        }
    }

    private void checkRoute(String actionType, String id) {
        String setting = "countersign.connector.routes." + actionType;
        Connector connector = byId.get(id);
        if (connector == null) {
            throw new IllegalStateException(setting + " names the connector '" + id + "', which is not configured. Configured are: "
                    + known() + ". Correct the route, or configure that connector");
        }
        if (own(actionType).filter(itself -> itself != connector).isPresent()) {
            throw new IllegalStateException(setting + " leads '" + actionType + "' to '" + id + "', but that is done to Countersign itself and nowhere else. "
                    + "Remove the route");
        }
        if (!connector.actionTypes().contains(actionType)) {
            throw new IllegalStateException(setting + " names the connector '" + id + "', which cannot do '" + actionType
                    + "'. It can do: " + new TreeSet<>(connector.actionTypes()));
        }
    }

    private String known() {
        return byId.isEmpty() ? "none" : String.join(", ", byId.keySet());
    }
}

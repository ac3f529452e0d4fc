package io.countersign.connector;

import java.util.List;

/** Which connector does which action. */
public interface Connectors {

    /** @throws NoConnector unless configuration names exactly one that can do it */
    Connector forAction(String actionType);

    /** @throws NoConnector if unknown */
    Connector byId(String id);

    List<Connector> all();
}

package io.countersign.connector;

import java.util.List;

/** Connectors of one kind, of which the configuration says how many there are. */
public interface ConnectorFamily {

    /** The same ones each time. */
    List<Connector> connectors();
}

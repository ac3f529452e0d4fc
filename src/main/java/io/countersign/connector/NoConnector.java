package io.countersign.connector;

/** No connector is configured for an action: it is refused. */
public class NoConnector extends RuntimeException {

    public NoConnector(String message) {
        super(message);
    }
}

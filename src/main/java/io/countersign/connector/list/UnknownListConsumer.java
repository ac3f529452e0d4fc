package io.countersign.connector.list;

/** No consumer of lists has this name. */
public final class UnknownListConsumer extends RuntimeException {

    public UnknownListConsumer(String name) {
        super("There is no consumer of lists '" + name + "'. GET /api/list-consumers names them.");
    }
}

package io.countersign.datastore;

/** A server that somebody else runs. */
record ExternalServer(Database database) implements DatabaseServer {

    static ExternalServer of(DatabaseSettings settings) {
        return new ExternalServer(new Database(settings.url(), settings.owner(), settings.application(), false));
    }

    @Override
    public void close() {
        // Nothing of it is ours to stop.
    }
}

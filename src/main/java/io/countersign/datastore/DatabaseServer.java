package io.countersign.datastore;

/** The server behind the data source. Closing it stops one that is ours and leaves any other alone. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, ExternalServer {

    Database database();

    @Override
    void close();
}

package io.countersign.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The database of this installation.
 *
 * @param owner       owns the schema and migrates it; nothing else uses it
 * @param application what the product connects as
 * @param embedded    ours to configure, so its settings must be exactly as we set them
 */
record Database(String url, Account owner, Account application, boolean embedded) {

    Connection connect(Account account) throws SQLException {
        return source(account).getConnection();
    }

    PGSimpleDataSource source(Account account) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(account.username());
        source.setPassword(account.password());
        source.setApplicationName("countersign-start");
        return source;
    }

    boolean ownerIsApplication() {
        return owner.username().equals(application.username());
    }

    /** For logs and messages: the URL without parameters, which may hold secrets. */
    String place() {
        return url.replaceFirst("[?].*", "");
    }
}

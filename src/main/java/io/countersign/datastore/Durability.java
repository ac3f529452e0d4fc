package io.countersign.datastore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the running server whether a committed row survives a crash. The ledger is worth nothing otherwise, so the answer is
 * read from the server and never assumed from our own settings: a server left behind by a killed process keeps its old ones.
 */
final class Durability {

    private static final Logger LOG = LoggerFactory.getLogger(Durability.class);
    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {
    }

    /** @throws DatabaseUnavailable for an embedded server with any of them off, and for an external one with fsync off */
    static void require(Connection connection, boolean embedded) throws SQLException {
        for (String setting : SETTINGS) {
            if (!show(connection, setting).equals("off")) {
                continue;
            }
            if (embedded || setting.equals("fsync")) {
                throw new DatabaseUnavailable("The database runs with " + setting + "=off: what it confirmed can be lost in a crash",
                        embedded ? "Stop the PostgreSQL that an earlier process left behind, then start again" : "Set " + setting + " = on on the server");
            }
            LOG.warn("database.not-durable setting={} value=off meaning=\"a crash of the server can lose or damage confirmed rows\"", setting);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}

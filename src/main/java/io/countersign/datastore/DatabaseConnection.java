package io.countersign.datastore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reaches the database, refuses one that must not be used, and says in one line which it is. */
final class DatabaseConnection {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnection.class);
    private static final int OLDEST_SERVER = 13;

    private DatabaseConnection() {
    }

    /** Waits for the server, then tries both accounts. Durability is asked of the one that writes: settings may differ by role. */
    static void check(Database database, Duration patience) {
        reach(database, patience);
        try (Connection connection = database.connect(database.application())) {
            var server = connection.getMetaData();
            if (server.getDatabaseMajorVersion() < OLDEST_SERVER) {
                throw new DatabaseUnavailable("PostgreSQL " + server.getDatabaseProductVersion() + " is too old",
                        "Use PostgreSQL " + OLDEST_SERVER + " or newer");
            }
            Durability.require(connection, database.embedded());
            LOG.info("database.ready kind={} place={} server={} role={} owner={}", database.embedded() ? "embedded" : "external", database.place(),
                    server.getDatabaseProductVersion(), database.application(), database.owner());
        } catch (SQLException failed) {
            throw unreachable(database, database.application(), failed);
        }
        if (database.ownerIsApplication()) {
            LOG.warn("database.owner-is-application role={} meaning=\"the product could change its own schema\" remedy=\"set"
                    + " COUNTERSIGN_DATABASE_MIGRATION_USERNAME to a role that owns the database\"", database.owner());
        }
    }

    private static void reach(Database database, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try (Connection reached = database.connect(database.owner())) {
                return;
            } catch (SQLException failed) {
                if (System.nanoTime() > end || isRefusal(failed) || interrupted()) {
                    throw unreachable(database, database.owner(), failed);
                }
            }
        }
    }

    /** Class 28: wrong account. Class 3D: no such database. Waiting mends neither. */
    private static boolean isRefusal(SQLException failed) {
        return failed.getSQLState() != null && (failed.getSQLState().startsWith("28") || failed.getSQLState().startsWith("3D"));
    }

    private static boolean interrupted() {
        try {
            Thread.sleep(500);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static DatabaseUnavailable unreachable(Database database, Account account, SQLException failed) {
        return new DatabaseUnavailable("The database " + database.place() + " cannot be used as " + account + ": " + failed.getMessage(),
                "Check that the server runs and that COUNTERSIGN_DATABASE_URL, the user name and the password are right", failed);
    }
}

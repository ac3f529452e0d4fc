package io.countersign.datastore;

import java.sql.SQLException;
import java.util.Set;

/** Tells a failure of the database itself, which passes, from one of what was asked of it, which comes again. */
public final class DatabaseAway {

    /** Connection, resources, operator intervention (a restart, a terminated session) and system errors such as of a disk: see PostgreSQL's appendix A. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private DatabaseAway() {
    }

    /** Whether the connection broke or the server could not serve, anywhere beneath this failure. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)) {
                return true;
            }
        }
        return false;
    }

    /** The pool says of a connection that it closed no more than that: without a code. */
    private static boolean passes(SQLException failed) {
        return failed.getSQLState() == null || failed.getSQLState().length() == 5 && CLASSES.contains(failed.getSQLState().substring(0, 2));
    }
}

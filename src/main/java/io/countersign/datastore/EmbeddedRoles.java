package io.countersign.datastore;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes the database and the role that the product connects as, and sets that role's password to the one kept in the home. */
final class EmbeddedRoles {

    private EmbeddedRoles() {
    }

    /** The names and the password are ours, made of letters, digits, {@code _} and {@code -} only: these statements take no parameters. */
    static void provide(Connection superuser, String database, Account application) throws SQLException {
        try (var statement = superuser.createStatement()) {
            if (!exists(superuser, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database " + database);
            }
            statement.execute("revoke all on database " + database + " from public");
            String verb = exists(superuser, "select 1 from pg_roles where rolname = ?", application.username()) ? "alter" : "create";
            statement.execute(verb + " role " + application.username() + " login nosuperuser nocreatedb nocreaterole noreplication password '"
                    + application.password() + "'");
            statement.execute("grant connect on database " + database + " to " + application.username());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}

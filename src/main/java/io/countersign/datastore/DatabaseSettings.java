package io.countersign.datastore;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the data store.
 *
 * @param url               JDBC URL of an external PostgreSQL; empty: the embedded one is used
 * @param username          role that the product connects as to an external server; it needs no right but to connect
 * @param password          its password
 * @param migrationUsername role that owns the schema of an external database; empty: {@code username} migrates too
 * @param migrationPassword its password
 * @param port              TCP port of the embedded server, on the loopback address only
 * @param poolSize          most connections held at once (2 to 80)
 * @param startTimeout      how long to try to reach or start the server
 */
@Validated
@ConfigurationProperties("countersign.database")
record DatabaseSettings(@DefaultValue("") String url, @DefaultValue("") String username, @DefaultValue("") String password,
                        @DefaultValue("") String migrationUsername, @DefaultValue("") String migrationPassword,
                        @DefaultValue("15432") @Min(1) @Max(65535) int port, @DefaultValue("20") @Min(2) @Max(80) int poolSize,
                        @DefaultValue("20s") @NotNull Duration startTimeout) {

    @AssertTrue(message = "url must be empty or start with jdbc:postgresql: (PostgreSQL is the only database)")
    boolean isPostgres() {
        return url.isBlank() || url.startsWith("jdbc:postgresql:");
    }

    @AssertTrue(message = "username is needed with a url")
    boolean isAccountGiven() {
        return url.isBlank() || !username.isBlank();
    }

    boolean embedded() {
        return url.isBlank();
    }

    Account application() {
        return new Account(username, password);
    }

    Account owner() {
        return migrationUsername.isBlank() ? application() : new Account(migrationUsername, migrationPassword);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url.replaceFirst("[?].*", "") + ", username=" + username + ", port=" + port + "]";
    }
}

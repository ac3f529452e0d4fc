package io.countersign.connector.list;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A firewall, proxy or gateway that may pull the lists.
 *
 * @param name      its user name where it signs in by HTTP Basic; lower-case kebab-case
 * @param revokedAt null while its token is valid
 */
public record ListConsumer(String name, Instant createdAt, Instant revokedAt) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    public ListConsumer {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A consumer's name has 2 to 63 lower-case letters, digits and hyphens and begins with a letter");
        }
    }

    public boolean active() {
        return revokedAt == null;
    }

    /** A token at the only moment it is known. */
    public record Issued(String consumer, String token) {

        /** Without the token: this may end up in a log. */
        @Override
        public String toString() {
            return "Issued[consumer=" + consumer + "]";
        }
    }
}

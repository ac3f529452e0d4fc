package io.countersign.incident;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A system that may post alerts.
 *
 * @param name      part of the address it posts to; lower-case kebab-case
 * @param format    how its records are read
 * @param revokedAt null while its token is valid
 */
public record AlertSource(String name, String format, Instant createdAt, Instant revokedAt) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    public AlertSource {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A source name has 2 to 63 lower-case letters, digits and hyphens and begins with a letter");
        }
        if (format == null || createdAt == null) {
            throw new IllegalArgumentException("A source has a format and a time of registration");
        }
    }

    public boolean active() {
        return revokedAt == null;
    }
}

package io.countersign.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A token with which tools deploy in the name of one designer, and do nothing else. The token itself is kept nowhere.
 *
 * @param name     what the designer calls it, for example the computer it is on
 * @param voidedAt null while it was not made void
 */
public record DeployToken(UUID id, String username, String name, Instant createdAt, Instant expiresAt, Instant voidedAt) {

    /** The secret, at the only moment it is known. */
    public record Issued(DeployToken token, String secret) {

        /** Without the secret: this may end up in a log. */
        @Override
        public String toString() {
            return "Issued[token=" + token + "]";
        }
    }

    public boolean valid(Instant now) {
        return voidedAt == null && now.isBefore(expiresAt);
    }
}

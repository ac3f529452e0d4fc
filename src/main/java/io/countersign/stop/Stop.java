package io.countersign.stop;

import io.countersign.evidence.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody stopped. In force until it was lifted.
 *
 * @param asked  that somebody wants it lifted, until a second person says so too
 * @param lifted that the second person did
 */
public record Stop(long id, StopScope scope, Actor pressedBy, String reason, Instant pressedAt, Optional<Word> asked, Optional<Word> lifted) {

    /** What one person said about lifting it. */
    public record Word(String person, String reason, Instant at) {
    }

    public boolean inForce() {
        return lifted.isEmpty();
    }
}

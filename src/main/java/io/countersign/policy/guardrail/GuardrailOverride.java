package io.countersign.policy.guardrail;

import io.countersign.action.Target;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a guardrail shall not count for one kind of action on one target, for a while. It takes two people.
 *
 * @param expiresAt from then on it counts again, whatever was decided
 */
public record GuardrailOverride(UUID id, String guardrail, String actionType, Target target, String requestedBy, String reason, Instant requestedAt, Instant expiresAt,
                       Optional<Decision> decision) {

    /** What the second person said. */
    public record Decision(String person, boolean granted, String reason, Instant at) {
    }

    public boolean waits(Instant now) {
        return decision.isEmpty() && now.isBefore(expiresAt);
    }
}

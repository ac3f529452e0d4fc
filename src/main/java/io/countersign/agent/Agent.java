package io.countersign.agent;

import io.countersign.action.RiskTier;
import java.time.Instant;
import java.util.Set;

/**
 * A registered non-human identity.
 *
 * @param owner       username of the person who answers for it
 * @param actionTypes what it may ask for; anything else is refused
 * @param ceiling     the strictest tier it may act in once the people that tier demands agreed; for example {@code APPROVE}
 *                    means it may never be the one that carries out a {@code DUAL} action
 * @param suspendedBy the person who suspended it; null while it is not suspended, and where Countersign itself did
 * @param endsAt      from then on it counts as not active
 */
public record Agent(String id, String name, String purpose, String owner, String team, Set<String> actionTypes, RiskTier ceiling,
                    AgentStatus status, String suspendedBy, Instant endsAt) {

    public Agent {
        actionTypes = Set.copyOf(actionTypes);
    }

    /** Whether this person lifts nobody else's suspension by letting the agent act. @param administrator whether they are one: then they may */
    public boolean mayBeStartedBy(String username, boolean administrator) {
        return administrator || status != AgentStatus.SUSPENDED || username.equals(suspendedBy);
    }

    public boolean activeAt(Instant when) {
        return status == AgentStatus.ACTIVE && when.isBefore(endsAt);
    }
}

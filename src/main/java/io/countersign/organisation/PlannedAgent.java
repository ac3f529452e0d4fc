package io.countersign.organisation;

import io.countersign.action.RiskTier;
import io.countersign.agent.NewAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * An agent that an organisation brings in.
 *
 * @param days how long it may be used, from the day it is registered on
 */
public record PlannedAgent(String id, String name, String purpose, String owner, String team, Set<String> actionTypes, RiskTier ceiling, int days) {

    public PlannedAgent {
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("days: an agent is registered for 1 to 3650 days, not " + days);
        }
        actionTypes = actionTypes == null ? Set.of() : Set.copyOf(actionTypes);
    }

    NewAgent registeredAt(Instant now) {
        return new NewAgent(id, name, purpose, owner, team, actionTypes, ceiling, now.plus(Duration.ofDays(days)));
    }
}

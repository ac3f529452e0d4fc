package io.countersign.sample;

import io.countersign.action.RiskTier;
import io.countersign.agent.NewAgent;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** An agent of the sample. {@code days}: how long it may be used, from the first start on. */
record SampleAgent(String id, String name, String purpose, String owner, String team, Set<String> actionTypes, RiskTier ceiling, int days) {

    NewAgent registeredAt(Instant now) {
        return new NewAgent(id, name, purpose, owner, team, actionTypes, ceiling, now.plus(Duration.ofDays(days)));
    }
}

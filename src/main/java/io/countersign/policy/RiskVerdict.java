package io.countersign.policy;

import io.countersign.action.RiskTier;
import java.time.Duration;
import java.util.List;

/** The one answer of policy for one request: the strictest of all rules that matched. {@code rule} is the one that gave the tier. */
public record RiskVerdict(RiskTier tier, String rule, List<String> teams, Duration escalateAfter, Duration expireAfter, Duration lease,
                          String reason) {

    public RiskVerdict {
        teams = List.copyOf(teams);
    }
}

package io.countersign.policy.guardrail;

import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import java.time.Duration;
import java.util.List;

/** A guardrail that an action would break, and why, in words for people. */
public record Breach(Guardrail guardrail, String why) {

    private static final Duration ESCALATE = Duration.ofMinutes(10);
    private static final Duration EXPIRE = Duration.ofMinutes(30);

    /** As one more rule that matched: the strictest of all wins, as always. */
    public RuleHit hit() {
        RiskTier tier = guardrail.tier();
        return new RuleHit("GUARD " + guardrail.id(), tier, List.of("owner"), tier.machineActs() ? tier.quorum() : 0, ESCALATE, EXPIRE, Duration.ZERO,
                guardrail.name() + ": " + why);
    }
}

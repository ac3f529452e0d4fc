package io.countersign.action;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One rule of the risk decision that matched, with its outputs checked. A rule that a designer left half empty is not
 * guessed at: {@link #from} throws, and the request is denied.
 */
public record RuleHit(String rule, RiskTier tier, List<String> teams, int quorum, Duration escalateAfter, Duration expireAfter,
                      Duration lease, String reason) {

    public RuleHit {
        teams = List.copyOf(teams);
    }

    /** @throws RuleUnclear naming the output that is missing or wrong */
    public static RuleHit from(Map<String, Object> outputs) {
        String rule = text(outputs, "rule", "?");
        RiskTier tier = tier(outputs, rule);
        Object quorum = outputs.get("quorum");
        if (!(quorum instanceof Number number) || number.intValue() < 0 || number.intValue() > 2) {
            throw new RuleUnclear(rule, "quorum", "is a whole number from 0 to 2, not " + quorum);
        }
        List<String> teams = Arrays.stream(text(outputs, "approverGroups", rule).split(",")).map(String::trim).filter(t -> !t.isEmpty()).toList();
        return new RuleHit(rule, tier, teams, number.intValue(), duration(outputs, "escalateAfter", rule),
                duration(outputs, "expireAfter", rule), duration(outputs, "lease", rule), text(outputs, "reason", rule));
    }

    private static RiskTier tier(Map<String, Object> outputs, String rule) {
        String name = text(outputs, "tier", rule);
        return Arrays.stream(RiskTier.values()).filter(tier -> tier.name().equals(name)).findFirst()
                .orElseThrow(() -> new RuleUnclear(rule, "tier", "is none of " + Arrays.toString(RiskTier.values()) + ": " + name));
    }

    private static String text(Map<String, Object> outputs, String name, String rule) {
        if (outputs.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new RuleUnclear(rule, name, "is empty");
    }

    private static Duration duration(Map<String, Object> outputs, String name, String rule) {
        String text = text(outputs, name, rule);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative()) {
                throw new RuleUnclear(rule, name, "is negative: " + text);
            }
            return duration;
        } catch (DateTimeParseException notADuration) {
            throw new RuleUnclear(rule, name, "is not an ISO 8601 duration such as PT30M: " + text);
        }
    }
}

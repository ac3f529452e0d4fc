package io.countersign.policy;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.TierDecision;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Combines the rules that matched: the tier of {@link TierDecision}, the shortest times, and who is asked. Pure.
 */
@Component
public class RiskPolicy {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final PolicySettings settings;

    RiskPolicy(PolicySettings settings) {
        this.settings = settings;
    }

    /** @param owningTeam stands for {@code owner} in a rule's approver groups */
    public RiskVerdict decide(ActionType type, RiskTier agentCeiling, List<RuleHit> hits, String owningTeam) {
        if (hits.isEmpty()) {
            return denied("NO-RULE", "No rule of the risk decision matches this request, so it is denied");
        }
        RuleHit strictest = hits.stream().max(Comparator.comparing(RuleHit::tier)).orElseThrow();
        TierDecision decision = TierDecision.of(type.reversibility(), agentCeiling, hits);
        RiskTier tier = decision.tier();
        String rule = strictest.rule();
        String reason = strictest.reason();
        if (decision.byCatalogue() != decision.byRules()) {
            rule = "CATALOGUE";
            reason = "It cannot be taken back safely (" + type.reversibility() + "), so a person must approve it";
        }
        if (tier != decision.byCatalogue()) {
            rule = "AGENT-CEILING";
            reason = "The agent may act up to " + agentCeiling + " only, and this needs " + decision.byCatalogue();
        }
        return new RiskVerdict(tier, rule, teams(tier, strictest, owningTeam), shortest(hits, RuleHit::escalateAfter),
                shortest(hits, RuleHit::expireAfter), lease(type, hits), reason);
    }

    /** What is said of a request that policy could not decide. */
    public RiskVerdict denied(String rule, String reason) {
        return new RiskVerdict(RiskTier.DENY, rule, settings.fallbackTeams(), SOON, SOON, Duration.ZERO, reason);
    }

    private List<String> teams(RiskTier tier, RuleHit strictest, String owningTeam) {
        Set<String> teams = new LinkedHashSet<>();
        strictest.teams().forEach(team -> teams.add(team.equals("owner") ? owningTeam : team));
        if (teams.isEmpty() || tier == RiskTier.DUAL && teams.size() < 2) {
            teams.addAll(settings.fallbackTeams());
        }
        return List.copyOf(teams);
    }

    private static Duration shortest(List<RuleHit> hits, java.util.function.Function<RuleHit, Duration> of) {
        Duration shortest = hits.stream().map(of).min(Comparator.naturalOrder()).orElseThrow();
        return shortest.compareTo(SOON) < 0 ? SOON : shortest;
    }

    private static Duration lease(ActionType type, List<RuleHit> hits) {
        if (!type.reversibility().lasting()) {
            return Duration.ZERO;
        }
        return hits.stream().map(RuleHit::lease).filter(lease -> !lease.isZero()).min(Comparator.naturalOrder()).orElse(type.defaultLease());
    }
}

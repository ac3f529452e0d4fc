package io.countersign.action;

import java.util.Collection;

/**
 * The tier of one request, from the rules that matched it: the strictest counts, none at all means {@code DENY}, and there are floors
 * that no table can lower. Pure, so that what is decided at run time and what is proved of it beforehand are the same.
 *
 * @param byRules     the strictest of the rules, raised to what the highest quorum among them means
 * @param byCatalogue after the floor of the catalogue: R4 and R5 are never autonomous
 * @param tier        after the agent's ceiling: what a machine may not do is for people only
 */
public record TierDecision(RiskTier byRules, RiskTier byCatalogue, RiskTier tier) {

    public static TierDecision of(Reversibility reversibility, RiskTier agentCeiling, Collection<RuleHit> hits) {
        RiskTier byRules = hits.stream().map(RuleHit::tier).reduce(RiskTier::strictest).map(tier -> quorumFloor(tier, hits)).orElse(RiskTier.DENY);
        RiskTier byCatalogue = byRules == RiskTier.AUTONOMOUS && !reversibility.autonomyThinkable() ? RiskTier.APPROVE : byRules;
        boolean beyond = byCatalogue.machineActs() && byCatalogue.stricterThan(agentCeiling);
        return new TierDecision(byRules, byCatalogue, beyond ? RiskTier.HUMAN_ONLY : byCatalogue);
    }

    private static RiskTier quorumFloor(RiskTier tier, Collection<RuleHit> hits) {
        int quorum = hits.stream().mapToInt(RuleHit::quorum).max().orElse(0);
        RiskTier floor = quorum == 2 ? RiskTier.DUAL : quorum == 1 ? RiskTier.APPROVE : RiskTier.OBSERVE;
        return tier == RiskTier.OBSERVE ? tier : RiskTier.strictest(tier, floor);
    }
}

package io.countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.ActionType;
import io.countersign.action.Reversibility;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.RuleUnclear;
import io.countersign.action.TargetKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RiskPolicyTest {

    private final RiskPolicy policy = new RiskPolicy(new PolicySettings(List.of("soc", "it-operations"), 5));

    @Test
    void theStrictestRuleWins() {
        RiskVerdict verdict = policy.decide(type(Reversibility.R1), RiskTier.DUAL, List.of(hit("RT-01", RiskTier.AUTONOMOUS, 0), hit("RT-02", RiskTier.APPROVE, 1)), "network");
        assertThat(verdict.tier()).isEqualTo(RiskTier.APPROVE);
        assertThat(verdict.rule()).isEqualTo("RT-02");
    }

    @Test
    void withoutARuleItIsDenied() {
        assertThat(policy.decide(type(Reversibility.R1), RiskTier.DUAL, List.of(), "network").tier()).isEqualTo(RiskTier.DENY);
    }

    @Test
    void whatCannotBeTakenBackSafelyIsNeverAutonomousWhateverTheTableSays() {
        for (Reversibility grave : List.of(Reversibility.R4, Reversibility.R5)) {
            RiskVerdict verdict = policy.decide(type(grave), RiskTier.DUAL, List.of(hit("RT-01", RiskTier.AUTONOMOUS, 0)), "network");
            assertThat(verdict.tier()).isEqualTo(RiskTier.APPROVE);
            assertThat(verdict.rule()).isEqualTo("CATALOGUE");
        }
    }

    @Test
    void aboveTheCeilingOfTheAgentOnlyPeopleAct() {
        assertThat(policy.decide(type(Reversibility.R1), RiskTier.APPROVE, List.of(hit("RT-01", RiskTier.DUAL, 2)), "network").tier()).isEqualTo(RiskTier.HUMAN_ONLY);
    }

    @Test
    void aHigherQuorumOfAnotherRuleRaisesTheTier() {
        assertThat(policy.decide(type(Reversibility.R1), RiskTier.DUAL, List.of(hit("RT-01", RiskTier.APPROVE, 1), hit("RT-02", RiskTier.AUTONOMOUS, 2)), "network").tier())
                .isEqualTo(RiskTier.DUAL);
    }

    @Test
    void twoApprovalsAreNeverAskedOfOneTeamAlone() {
        RiskVerdict verdict = policy.decide(type(Reversibility.R1), RiskTier.DUAL, List.of(hit("RT-01", RiskTier.DUAL, 2)), "network");
        assertThat(verdict.teams()).containsExactly("network", "soc", "it-operations");
    }

    @Test
    void theShortestTimesOfAllMatchingRulesCount() {
        RuleHit hurried = new RuleHit("RT-09", RiskTier.OBSERVE, List.of("soc"), 0, Duration.ofMinutes(2), Duration.ofMinutes(9), Duration.ofMinutes(30), "quick");
        RiskVerdict verdict = policy.decide(type(Reversibility.R1), RiskTier.DUAL, List.of(hit("RT-01", RiskTier.APPROVE, 1), hurried), "network");
        assertThat(List.of(verdict.escalateAfter(), verdict.expireAfter(), verdict.lease())).containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(9), Duration.ofMinutes(30));
    }

    @Test
    void aRuleWithAnUnreadableOutputIsNotGuessedAt() {
        for (String output : List.of("rule", "tier", "approverGroups", "escalateAfter", "expireAfter", "lease", "reason", "quorum")) {
            Map<String, Object> outputs = new HashMap<>(Map.of("rule", "RT-01", "tier", "APPROVE", "approverGroups", "soc", "quorum", 1, "escalateAfter", "PT5M",
                    "expireAfter", "PT30M", "lease", "PT4H", "reason", "because"));
            outputs.put(output, "quorum".equals(output) ? Integer.valueOf(7) : " ");
            assertThatThrownBy(() -> RuleHit.from(outputs)).isInstanceOf(RuleUnclear.class).hasMessageContaining(output);
        }
    }

    private static RuleHit hit(String rule, RiskTier tier, int quorum) {
        return new RuleHit(rule, tier, List.of("owner"), quorum, Duration.ofMinutes(10), Duration.ofMinutes(60), Duration.ofHours(4), "because " + rule);
    }

    private static ActionType type(Reversibility reversibility) {
        return new ActionType("block-address", "Block address", TargetKind.ADDRESS, reversibility, Optional.of("remove the block"), Duration.ofHours(8), List.of(),
                List.of(), List.of(), List.of(), "deny ipv4_net", Optional.of("allow ipv4_net"), List.of());
    }
}

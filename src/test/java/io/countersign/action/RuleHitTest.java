package io.countersign.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a designer may write into the outputs of a rule; everything else is refused by name. */
class RuleHitTest {

    @Test
    void aRuleIsReadAsItIsWritten() {
        RuleHit hit = RuleHit.from(outputs());
        assertThat(hit).isEqualTo(new RuleHit("RT-30", RiskTier.DUAL, List.of("identity", "soc"), 2, Duration.ofMinutes(5), Duration.ofMinutes(20),
                Duration.ofHours(2), "A critical account"));
    }

    @ParameterizedTest
    @CsvSource({"tier, dual, is none of", "tier, AUTONOMOUS , is none of", "tier, ALLOW, is none of", "escalateAfter, 5 minutes, ISO 8601", "expireAfter, PT, ISO 8601",
        "lease, -PT5M, is negative", "lease, P1M, ISO 8601", "reason, '', is empty", "approverGroups, '  ', is empty", "rule, '', is empty"})
    void aTextThatCannotBeReadIsNotGuessedAt(String output, String text, String problem) {
        Map<String, Object> outputs = outputs();
        outputs.put(output, output.equals("tier") && text.equals("AUTONOMOUS") ? "AUTONOMOUS " : text);
        assertThatThrownBy(() -> RuleHit.from(outputs)).isInstanceOf(RuleUnclear.class).hasMessageContaining(output).hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "tier", "approverGroups", "quorum", "escalateAfter", "expireAfter", "lease", "reason"})
    void anOutputThatIsMissingIsNamed(String output) {
        Map<String, Object> outputs = outputs();
        outputs.remove(output);
        assertThatThrownBy(() -> RuleHit.from(outputs)).isInstanceOf(RuleUnclear.class).hasMessageContaining("'" + output + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 100})
    void aQuorumIsFromNoneToTwo(int quorum) {
        Map<String, Object> outputs = outputs();
        outputs.put("quorum", quorum);
        assertThatThrownBy(() -> RuleHit.from(outputs)).isInstanceOf(RuleUnclear.class).hasMessageContaining("quorum");
    }

    private static Map<String, Object> outputs() {
        return new HashMap<>(Map.of("rule", "RT-30", "tier", "DUAL", "approverGroups", "identity, soc", "quorum", 2, "escalateAfter", "PT5M",
                "expireAfter", "PT20M", "lease", "PT2H", "reason", "A critical account"));
    }
}

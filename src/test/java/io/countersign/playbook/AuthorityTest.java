package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.policy.RiskPolicy;
import io.countersign.proof.decision.DecisionAnalysis;
import io.countersign.proof.decision.DecisionReport;
import io.countersign.testing.CountersignTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a playbook may do at most, held against the decision itself. */
@CountersignTest
class AuthorityTest {

    private static final Random RANDOM = new Random(7);

    @Autowired
    Authority authority;
    @Autowired
    PlaybookLibrary library;
    @Autowired
    RiskPolicy policy;
    @Autowired
    ActionCatalogue catalogue;

    @Test
    void everyActionOfEveryPlaybookHasItsTiersAndNoneIsOnlyAutonomous() {
        assertThat(library.latest()).hasSize(7).allSatisfy(playbook -> assertThat(authority.of(playbook)).hasSameSizeAs(playbook.actions())
                .allSatisfy(row -> assertThat(tiers(row)).contains(RiskTier.APPROVE, RiskTier.DUAL)));
    }

    @Test
    void noCaseGetsATierThatIsNotNamed() {
        DecisionFile decision = DecisionFile.read("risk-tier");
        for (PlaybookVersion playbook : library.latest()) {
            for (AuthorityRow row : authority.of(playbook)) {
                for (int cases = 0; cases < 150; cases++) {
                    Map<String, Object> facts = facts(row.type());
                    List<RuleHit> hits = decision.evaluate(facts).stream().map(RuleHit::from).toList();
                    assertThat(tiers(row)).as(facts.toString()).contains(policy.decide(row.type(), RiskTier.DUAL, hits, "owner").tier());
                }
            }
        }
    }

    @Test
    void whatCannotBeUndoneIsNeverLeftToTheMachine() throws java.io.IOException {
        DecisionReport report = new DecisionAnalysis(catalogue, Set.of()).analyse("risk-tier.dmn", Files.readAllBytes(Path.of("bpmn", "decisions", "risk-tier.dmn")));
        assertThat(report.tiers(catalogue.get("delete-file"))).doesNotContain(RiskTier.AUTONOMOUS, RiskTier.OBSERVE);
    }

    private static List<RiskTier> tiers(AuthorityRow row) {
        return row.reach().stream().map(AuthorityRow.Reach::tier).toList();
    }

    private static Map<String, Object> facts(ActionType type) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("reversibility", type.reversibility().name());
        facts.put("actionType", type.id());
        facts.put("severity", any("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"));
        facts.put("environment", any("PRODUCTION", "STAGING", "DEVELOPMENT", "UNKNOWN"));
        facts.put("targetCriticality", any("LOW", "MEDIUM", "HIGH", "CRITICAL", "UNKNOWN"));
        facts.put("targetKind", type.targetKind().name());
        facts.put("ticketState", any("OPEN", "IN_PROGRESS"));
        facts.put("confidence", RANDOM.nextInt(1001) / 1000.0);
        facts.put("agentCeiling", "DUAL");
        return facts;
    }

    private static String any(String... values) {
        return values[RANDOM.nextInt(values.length)];
    }
}

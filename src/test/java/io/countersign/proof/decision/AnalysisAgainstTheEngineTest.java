package io.countersign.proof.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.Catalogues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the analysis says of generated tables is what the engine shows when every case is evaluated. */
class AnalysisAgainstTheEngineTest {

    private static final ActionCatalogue CATALOGUE = Catalogues.shipped();
    private static final List<String> INPUTS = List.of("reversibility", "severity", "environment", "targetCriticality", "ticketState", "confidence", "agentCeiling");
    private static final Set<DecisionFinding.Kind> KINDS = Set.of(DecisionFinding.Kind.GAP, DecisionFinding.Kind.OVERLAP, DecisionFinding.Kind.MONOTONE, DecisionFinding.Kind.AUTONOMOUS);

    @Test
    void gapsIdleRulesLowerGatesAndTiersAreThoseOfTheEngine() {
        Random random = new Random(20);
        int found = 0;
        for (int count = 0; count < 60; count++) {
            List<String> inputs = new ArrayList<>(INPUTS);
            Collections.shuffle(inputs, random);
            inputs = List.copyOf(inputs.subList(0, 2));
            TableXml table = new GeneratedTable(random).table(inputs, 1 + random.nextInt(7), 0.35);
            DecisionReport report = new DecisionAnalysis(CATALOGUE, Set.of()).analyse("t.dmn", table.bytes());
            compare(report, new BruteForce(inputs, table.bytes()), table);
            found += report.findings().size();
        }
        assertThat(found).isGreaterThan(60);
    }

    private static void compare(DecisionReport report, BruteForce engine, TableXml table) {
        String shown = table.text() + report.findings();
        assertThat(report.understood()).as(shown).isTrue();
        assertThat(report.findings()).as(shown).allSatisfy(finding -> assertThat(finding.kind()).isIn(KINDS));
        assertThat(of(report, DecisionFinding.Kind.GAP).isEmpty()).as("gap " + shown).isEqualTo(!engine.hasGap());
        Set<String> idle = of(report, DecisionFinding.Kind.OVERLAP).stream().map(finding -> finding.element().toUpperCase(java.util.Locale.ROOT)).collect(Collectors.toSet());
        assertThat(idle).as("idle " + shown).isEqualTo(engine.idle(table.rules()));
        Set<String> lowered = of(report, DecisionFinding.Kind.MONOTONE).stream().map(AnalysisAgainstTheEngineTest::changed).collect(Collectors.toSet());
        assertThat(lowered).as("lowered " + shown).isEqualTo(engine.lowered());
        for (ActionType type : CATALOGUE.all().subList(0, 12)) {
            assertThat(report.tiers(type)).as(type + shown)
                    .isEqualTo(engine.tiers(type.reversibility(), Map.of("reversibility", type.reversibility().name())));
        }
    }

    private static List<DecisionFinding> of(DecisionReport report, DecisionFinding.Kind kind) {
        return report.findings().stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** The one input in which the two examples differ. */
    private static String changed(DecisionFinding finding) {
        Map<String, String> lesser = finding.examples().get(0).inputs();
        Map<String, String> graver = finding.examples().get(1).inputs();
        List<String> changed = Arrays.stream(Fact.values()).map(Fact::input).filter(input -> !java.util.Objects.equals(lesser.get(input), graver.get(input))).toList();
        assertThat(changed).hasSize(1);
        return changed.get(0);
    }
}

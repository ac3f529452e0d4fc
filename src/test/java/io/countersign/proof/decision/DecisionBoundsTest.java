package io.countersign.proof.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import io.countersign.action.RiskTier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a file makes the analysis throw, hang, or read anything else; and what it did not finish it does not call proved. */
class DecisionBoundsTest {

    private static final DecisionAnalysis ANALYSIS = new DecisionAnalysis(Catalogues.shipped(), Set.of());
    private static final List<String> ALL = Arrays.stream(Fact.values()).map(Fact::input).toList();

    @ParameterizedTest
    @ValueSource(strings = {"", "not xml", "<a/>", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\"/>",
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><definitions>&b;</definitions>", "<?xml version=\"1.0\"?><!DOCTYPE d SYSTEM \"http://localhost:1/d.dtd\"><d/>"})
    void whatIsNoDecisionIsRefusedInWords(String file) {
        assertThat(ANALYSIS.analyse("t.dmn", file.getBytes(StandardCharsets.UTF_8)).findings()).hasSize(1).allSatisfy(finding -> assertThat(finding.refuses()).isTrue());
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepIsRefused() {
        assertThat(ANALYSIS.analyse("t.dmn", new byte[DecisionFile.LARGEST + 1]).findings().get(0).message()).contains("more than");
        assertThat(ANALYSIS.analyse("t.dmn", ("<a>".repeat(100) + "</a>".repeat(100)).getBytes(StandardCharsets.UTF_8)).findings().get(0).message()).contains("deeper");
    }

    @Test
    void aDecisionThatIsNoTableIsRefused() {
        String literal = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\"><decision id=\"risk-tier\" name=\"r\"><variable id=\"v\" name=\"tier\"/>"
                + "<literalExpression id=\"l\" expressionLanguage=\"groovy\"><text>1</text></literalExpression></decision></definitions>";
        assertThat(ANALYSIS.analyse("t.dmn", literal.getBytes(StandardCharsets.UTF_8)).findings()).hasSize(1).allSatisfy(finding -> assertThat(finding.message()).contains("not a table"));
    }

    @Test
    void spoiltFilesGetAVerdict() throws IOException {
        byte[] shipped = Files.readAllBytes(Path.of("bpmn", "decisions", "risk-tier.dmn"));
        Random random = new Random(5);
        for (int count = 0; count < 40; count++) {
            byte[] spoilt = shipped.clone();
            for (int place = random.nextInt(4); place >= 0; place--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(128);
            }
            assertThat(ANALYSIS.analyse("t.dmn", random.nextInt(5) == 0 ? Arrays.copyOf(spoilt, random.nextInt(spoilt.length)) : spoilt)).isNotNull();
        }
    }

    @Test
    void aBoundThatIsReachedIsAnErrorAndNotAPass() throws IOException {
        DecisionReport report = new DecisionAnalysis(Catalogues.shipped(), Set.of(), 10).analyse("t.dmn", Files.readAllBytes(Path.of("bpmn", "decisions", "risk-tier.dmn")));
        assertThat(report.holds()).isFalse();
        assertThat(report.findings()).extracting(DecisionFinding::kind).contains(DecisionFinding.Kind.BOUND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.6, 0.8})
    void threeHundredRulesOverNineInputsTakeNoLongerThanADesignerWaits(double blank) {
        byte[] table = new GeneratedTable(new Random(3)).table(ALL, 300, blank).bytes();
        DecisionReport report = ANALYSIS.analyse("t.dmn", table);
        assertThat(report.took()).isLessThan(Duration.ofSeconds(20));
    }

    /** Every rule is a floor for one corner, stricter the graver; so nothing is found, and everything has to be looked at. */
    @Test
    void aLargeTableWithoutFaultsIsProved() {
        TableXml table = TableXml.asking("severity", "targetCriticality", "environment", "confidence", "targetKind", "reversibility");
        List<String> kinds = Values.of("targetKind");
        for (int rule = 0; rule < 300; rule++) {
            RiskTier tier = List.of(RiskTier.APPROVE, RiskTier.DUAL, RiskTier.HUMAN_ONLY).get(rule % 3);
            table.rule(tier, "", "\"CRITICAL\"" + (rule % 3 == 0 ? ", \"HIGH\", \"UNKNOWN\"" : rule % 3 == 1 ? ", \"UNKNOWN\"" : ""), "not(\"DEVELOPMENT\", \"STAGING\")",
                    "< 0." + (100 + rule), "\"" + kinds.get(rule % kinds.size()) + "\"", rule % 2 == 0 ? "\"R4\", \"R5\"" : "\"R4\"");
        }
        DecisionReport report = ANALYSIS.analyse("t.dmn", table.rule(RiskTier.APPROVE, "", "", "", "", "", "").bytes());
        assertThat(report.findings()).filteredOn(DecisionFinding::refuses).isEmpty();
    }
}

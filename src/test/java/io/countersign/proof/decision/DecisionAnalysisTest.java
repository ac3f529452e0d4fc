package io.countersign.proof.decision;

import static io.countersign.action.RiskTier.APPROVE;
import static io.countersign.action.RiskTier.AUTONOMOUS;
import static io.countersign.action.RiskTier.DENY;
import static io.countersign.action.RiskTier.DUAL;
import static io.countersign.action.RiskTier.HUMAN_ONLY;
import static io.countersign.action.RiskTier.OBSERVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import io.countersign.action.RiskTier;
import io.countersign.proof.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One small table for each thing that can be wrong with a decision, and the shipped ones, which are right. */
class DecisionAnalysisTest {

    private static final DecisionAnalysis ANALYSIS = new DecisionAnalysis(Catalogues.shipped(), Set.of("soc", "edr", "identity", "network", "it-operations"));

    @ParameterizedTest
    @ValueSource(strings = {"risk-tier.dmn", "select-playbook.dmn"})
    void theShippedDecisionsAreClean(String file) throws IOException {
        assertThat(ANALYSIS.analyse(file, Files.readAllBytes(Path.of("bpmn", "decisions", file))).findings()).isEmpty();
    }

    @Test
    void theShippedPolicyNeedsNoExceptionFromMoreRiskNeverLoweringTheGate() throws IOException {
        assertThat(ANALYSIS.analyse("risk-tier.dmn", Files.readAllBytes(Path.of("bpmn", "decisions", "risk-tier.dmn"))).declared()).isEmpty();
    }

    @Test
    void aCaseThatNoRuleDecidesIsShownAsARegionWithAnExample() {
        DecisionFinding gap = only(TableXml.asking("severity", "confidence").rule(APPROVE, "\"HIGH\", \"CRITICAL\"", "").rule(APPROVE, "not(\"HIGH\", \"CRITICAL\")", ">= 0.5"));
        assertThat(gap.kind()).isEqualTo(DecisionFinding.Kind.GAP);
        assertThat(gap.severity()).isEqualTo(Severity.WARNING);
        assertThat(gap.message()).contains("severity is INFORMATIONAL or LOW or MEDIUM and confidence is between 0 and 0.5 or 0:");
        assertThat(gap.examples().get(0).result()).isEqualTo("DENY");
        assertThat(gap.examples().get(0).rules()).isEmpty();
    }

    @Test
    void anActionThatIsDeniedOnlyForWantOfARuleIsAnError() {
        assertThat(findings(TableXml.asking("reversibility").rule(APPROVE, "not(\"R3\")"))).filteredOn(DecisionFinding::refuses).isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.message()).contains("end-sessions is always denied"));
    }

    @Test
    void anActionThatARuleDeniesIsNoGap() {
        assertThat(findings(TableXml.asking("reversibility").rule(APPROVE, "not(\"R4\")").rule(DENY, "\"R4\""))).isEmpty();
    }

    @Test
    void aClosedTicketAndWhatTheProductNeverSendsNeedNoRule() {
        assertThat(findings(TableXml.asking("ticketState", "severity").rule(APPROVE, "\"OPEN\", \"IN_PROGRESS\"", "\"INFORMATIONAL\", \"LOW\", \"MEDIUM\", \"HIGH\", \"CRITICAL\""))).isEmpty();
    }

    @Test
    void aRuleThatStricterOnesHideTogetherNeverDecides() {
        DecisionFinding idle = only(TableXml.asking("severity").rule(APPROVE, "").rule(DUAL, "\"HIGH\"").rule(DUAL, "\"CRITICAL\"").rule(AUTONOMOUS, "\"HIGH\", \"CRITICAL\""));
        assertThat(idle.kind()).isEqualTo(DecisionFinding.Kind.OVERLAP);
        assertThat(idle.element()).isEqualTo("r4");
        assertThat(idle.message()).contains("R4 (AUTONOMOUS) never decides", "R1 (APPROVE)");
    }

    @Test
    void aRuleThatCanNeverMatchIsNamed() {
        assertThat(only(TableXml.asking("confidence").rule(APPROVE, "").rule(DUAL, "[0.8..0.2]")).message()).contains("R2 never matches");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"severity; \"LOW\"; \"HIGH\"", "targetCriticality; \"LOW\"; \"HIGH\"", "targetCriticality; \"HIGH\"; \"UNKNOWN\"", "reversibility; \"R1\"; \"R2\"",
        "environment; \"STAGING\"; \"PRODUCTION\"", "environment; \"PRODUCTION\"; \"UNKNOWN\"", "confidence; >= 0.8; < 0.8", "ticketState; \"OPEN\"; \"CLOSED\"", "agentCeiling; \"DUAL\"; \"APPROVE\""})
    void aGraverInputWithALowerGateIsShownAsAPair(String input, String lesser, String graver) {
        List<DecisionFinding> found = findings(TableXml.asking(input).rule(AUTONOMOUS, graver).rule(APPROVE, "not(" + graver + ")"));
        assertThat(found).filteredOn(finding -> finding.kind() == DecisionFinding.Kind.MONOTONE).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.element()).isEqualTo("r1");
            assertThat(finding.examples()).extracting(DecisionFinding.Example::result).containsExactly("APPROVE", "AUTONOMOUS");
        });
        assertThat(lesser).isNotBlank();
    }

    @Test
    void whatTheCeilingOrTheCatalogueMakesEqualIsNoLowerGate() {
        assertThat(kinds(TableXml.asking("reversibility").rule(APPROVE, "not(\"R4\", \"R5\")").rule(AUTONOMOUS, "\"R4\", \"R5\""))).containsOnly(DecisionFinding.Kind.AUTONOMOUS);
        assertThat(kinds(TableXml.asking("agentCeiling").rule(APPROVE, "\"AUTONOMOUS\"").rule(DUAL, "not(\"AUTONOMOUS\", \"OBSERVE\", \"DENY\")").rule(DENY, "\"OBSERVE\", \"DENY\""))).isEmpty();
    }

    @Test
    void doingNothingIsNeitherAHighGateNorALowOne() {
        assertThat(findings(TableXml.asking("severity").rule(OBSERVE, "\"INFORMATIONAL\", \"MEDIUM\"").rule(APPROVE, "not(\"INFORMATIONAL\", \"MEDIUM\")"))).isEmpty();
        assertThat(kinds(TableXml.asking("severity").rule(OBSERVE, "\"MEDIUM\"").rule(APPROVE, "\"INFORMATIONAL\", \"LOW\"").rule(AUTONOMOUS, "\"HIGH\", \"CRITICAL\"")))
                .containsOnly(DecisionFinding.Kind.MONOTONE);
    }

    @Test
    void aDeclaredUrgencyHoldsOnlyForEffectsOfTheLeastImpact() {
        TableXml declared = TableXml.asking("severity", "targetCriticality", "reversibility").rule(APPROVE, "not(\"HIGH\", \"CRITICAL\")", "", "")
                .rule(AUTONOMOUS, "\"HIGH\", \"CRITICAL\"", "\"LOW\"", "\"E\", \"R1\", \"R2\", \"R3\"").because("Urgent: no time to ask.").rule(APPROVE, "\"HIGH\", \"CRITICAL\"", "not(\"LOW\")", "")
                .rule(APPROVE, "\"HIGH\", \"CRITICAL\"", "\"LOW\"", "\"R4\", \"R5\"");
        assertThat(findings(declared)).isEmpty();
        assertThat(ANALYSIS.analyse("t.dmn", declared.bytes()).declared()).extracting(DecisionReport.Declared::reason).containsExactly("no time to ask.");
        assertThat(kinds(TableXml.asking("severity", "targetCriticality").rule(APPROVE, "not(\"HIGH\", \"CRITICAL\")", "").rule(AUTONOMOUS, "\"HIGH\", \"CRITICAL\"", "").because("Urgent: no time.")))
                .contains(DecisionFinding.Kind.MONOTONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"severity; \"Hgih\"; is never; Use one of", "severity; not(\"high\"); is never; Do you mean \"HIGH\"", "ticketState; \"IN-PROGRESS\"; is never; Do you mean \"IN_PROGRESS\"",
        "actionType; \"isolate-hosts\"; is never; isolate-host", "severity; HIGH; is not understood; in quotes", "severity; upper case(?) = \"HIGH\"; is not understood; in quotes",
        "severity; 3; never equals a number; with quotes", "confidence; \"0.8\"; never equals a text; without quotes", "confidence; > 0.2 and < 0.8; is not understood; intervals"})
    void aCellThatNamesWhatThereIsNotIsAnErrorWithAMend(String input, String cell, String message, String mend) {
        DecisionFinding finding = only(TableXml.asking(input).rule(APPROVE, cell).rule(APPROVE, ""));
        assertThat(finding.kind()).isEqualTo(DecisionFinding.Kind.CELL);
        assertThat(finding.refuses()).isTrue();
        assertThat(finding.element()).isEqualTo("r1-0");
        assertThat(finding.message()).contains(message);
        assertThat(finding.mend()).contains(mend);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0; \"ALLOW\"; true; is none of", "0; ; true; is empty", "0; tier; true; neither a text in quotes", "2; 3; true; from 0 to 2", "2; 1.5; true; whole number", "3; \"5 minutes\"; true; ISO 8601",
        "4; \"PT1M\"; false; expires before", "1; \"soc,nobody\"; false; nobody", "2; 2; false; quorum of 2", "6; ; true; is empty"})
    void anAnswerThatCannotBeReadOrContradictsItselfIsNamed(int output, String text, boolean error, String message) {
        String[] outputs = TableXml.outputs(APPROVE);
        outputs[output] = text == null ? "" : text;
        DecisionFinding finding = only(TableXml.asking("severity").ruleOf(outputs, ""));
        assertThat(finding.kind()).isEqualTo(DecisionFinding.Kind.OUTPUT);
        assertThat(finding.element()).isEqualTo("r1");
        assertThat(finding.refuses()).isEqualTo(error);
        assertThat(finding.message()).contains(message);
    }

    @Test
    void askingOneTeamForTwoApprovalsAndObservingWithApprovalsAreNamed() {
        String[] dual = TableXml.outputs(DUAL);
        dual[1] = "\"soc\"";
        assertThat(only(TableXml.asking("severity").ruleOf(dual, "")).message()).contains("needs two teams");
        String[] observe = TableXml.outputs(OBSERVE);
        observe[2] = "1";
        assertThat(only(TableXml.asking("severity").ruleOf(observe, "")).refuses()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIRST", "UNIQUE", "ANY", "PRIORITY", "COLLECT\" aggregation=\"MAX"})
    void aHitPolicyThatHidesStricterRulesIsRefused(String policy) {
        assertThat(only(TableXml.asking("severity").rule(APPROVE, "").hitPolicy(policy))).satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(DecisionFinding.Kind.FORM);
            assertThat(finding.refuses()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"<output id=\"out-lease\" name=\"lease\"; <output id=\"out-lease\" name=\"leash\"; 'lease' is missing", "<text>severity</text>; <text>gravity</text>; nothing of the name 'gravity'",
        "id=\"ex-severity\" typeRef=\"string\"; id=\"ex-severity\" typeRef=\"integer\"; has the type integer", "<inputEntry id=\"r1-0\">; <inputEntry id=\"r1-0\" expressionLanguage=\"groovy\">; only FEEL",
        "<outputEntry id=\"r1-1\">; <outputEntry id=\"r1-1\" expressionLanguage=\"javascript\">; only FEEL", "typeRef=\"integer\"/>; typeRef=\"string\"/>; 'quorum' has the type string"})
    void aTableThatTheProductCouldNotUseIsRefused(String written, String instead, String message) {
        String changed = TableXml.asking("severity").rule(APPROVE, "").text().replace(written, instead);
        assertThat(ANALYSIS.analyse("t.dmn", changed.getBytes(java.nio.charset.StandardCharsets.UTF_8)).findings()).isNotEmpty()
                .anySatisfy(finding -> assertThat(finding.message()).contains(message)).allSatisfy(finding -> assertThat(finding.refuses()).isTrue());
    }

    @Test
    void theTiersOfAnActionAreThoseOfItsCases() {
        DecisionReport report = ANALYSIS.analyse("t.dmn", TableXml.asking("reversibility", "targetKind").rule(AUTONOMOUS, "", "").rule(DUAL, "\"R4\"", "").rule(APPROVE, "", "\"ACCOUNT\"").bytes());
        assertThat(report.tiers(Catalogues.shipped().get("isolate-host"))).containsExactlyInAnyOrder(AUTONOMOUS, HUMAN_ONLY, DENY);
        assertThat(report.tiers(Catalogues.shipped().get("disable-account"))).containsExactlyInAnyOrder(APPROVE, HUMAN_ONLY, DENY);
        assertThat(report.tiers(Catalogues.shipped().get("delete-file"))).containsExactlyInAnyOrder(DUAL, HUMAN_ONLY, DENY);
        assertThat(report.tiers(Catalogues.shipped().get("quarantine-file"))).containsExactlyInAnyOrder(APPROVE, HUMAN_ONLY, DENY);
    }

    @Test
    void ofADecisionThatIsNotUnderstoodEveryTierIsThoughtPossible() {
        DecisionReport report = ANALYSIS.analyse("t.dmn", TableXml.asking("severity").rule(APPROVE, "odd").bytes());
        assertThat(report.understood()).isFalse();
        assertThat(report.tiers(Catalogues.shipped().get("isolate-host"))).containsExactly(RiskTier.values());
    }

    private static DecisionFinding only(TableXml table) {
        assertThat(findings(table)).hasSize(1);
        return findings(table).get(0);
    }

    private static Set<DecisionFinding.Kind> kinds(TableXml table) {
        return findings(table).stream().map(DecisionFinding::kind).collect(java.util.stream.Collectors.toSet());
    }

    private static List<DecisionFinding> findings(TableXml table) {
        return ANALYSIS.analyse("t.dmn", table.bytes()).findings();
    }
}

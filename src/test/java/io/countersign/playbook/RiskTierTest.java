package io.countersign.playbook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Reversibility;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.TargetKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The risk decision as data, and over every combination of its inputs, with the DMN engine alone. */
class RiskTierTest {

    private static final DecisionFile RISK = DecisionFile.read("risk-tier");
    private static final RiskSpace SPACE = new RiskSpace(RISK, valuesFromLoosest());

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "risk-tier-cases.csv", useHeadersInDisplayName = true)
    void theTierIsTheOneThatTheCaseNames(String situation, String reversibility, String severity, String environment, String criticality,
                                         String kind, double confidence, RiskTier tier, String rule) {
        List<RuleHit> hits = hits(facts(reversibility, severity, environment, criticality, kind, confidence));
        RiskTier strictest = strictest(hits);
        assertThat(strictest).isEqualTo(tier);
        assertThat(hits).filteredOn(hit -> hit.tier() == strictest).extracting(RuleHit::rule).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"ticketState, CLOSED, RT-01", "ticketState, MERGED, RT-01", "ticketState, , RT-01", "confidence, , RT-02", "agentCeiling, OBSERVE, RT-03",
            "agentCeiling, DENY, RT-03", "agentCeiling, ROOT, RT-03", "agentCeiling, , RT-03", "reversibility, R6, RT-04", "reversibility, , RT-04"})
    void whatMustNeverBeActedOnIsDeniedWhateverElseMatches(String input, String value, String rule) {
        Map<String, Object> facts = facts("E", "CRITICAL", "DEVELOPMENT", "LOW", "HOST", 1.0);
        facts.put(input, value);
        assertThat(hits(facts)).filteredOn(hit -> hit.tier() == RiskTier.DENY).extracting(RuleHit::rule).containsExactly(rule);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.0, 0.199, 1.01, Double.MAX_VALUE})
    void aConfidenceOutsideItsRangeIsDenied(double confidence) {
        assertThat(hits(facts("E", "CRITICAL", "DEVELOPMENT", "LOW", "HOST", confidence))).extracting(RuleHit::tier).contains(RiskTier.DENY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity", "targetCriticality", "targetKind"})
    void aMissingInputNeverLetsTheMachineActAlone(String input) {
        Map<String, Object> facts = facts("R1", "CRITICAL", "PRODUCTION", "LOW", "ADDRESS", 1.0);
        facts.put(input, null);
        assertThat(strictest(hits(facts))).isEqualTo(RiskTier.APPROVE);
    }

    @Test
    void theCombinedAnswersAreThoseOfTheEngine() {
        SPACE.sample(150).forEach(point ->
                assertThat(hits(point.facts())).extracting(RuleHit::rule).containsExactlyElementsOf(point.rules()));
    }

    @Test
    void everyCombinationIsDecidedByARule() {
        assertNone(point -> point.rules().isEmpty());
    }

    @Test
    void onlyAHardStopDenies() {
        assertNone(point -> point.tier() == RiskTier.DENY && point.rules().stream().noneMatch(List.of("RT-01", "RT-02", "RT-03", "RT-04")::contains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reversibility", "targetCriticality", "environment", "confidence", "ticketState", "agentCeiling", "severity"})
    void aGraverInputNeverGivesALooserTier(String input) {
        assertNone(point -> point.isLooserThanItShouldBe(input));
    }

    @ParameterizedTest
    @CsvSource({"targetCriticality, UNKNOWN, HIGH", "targetCriticality, ?, HIGH", "environment, UNKNOWN, PRODUCTION", "environment, ?, PRODUCTION"})
    void whatNobodyKnowsIsTreatedAsTheGrave(String input, String unknown, String grave) {
        assertNone(point -> point.value(input).equals(unknown) && point.tier() != point.with(input, grave).tier());
    }

    @Test
    void theMachineActsAloneOnlyIfSureOnLesserTargetsAndWithAWayBack() {
        assertNone(point -> point.tier() == RiskTier.AUTONOMOUS && !point.value("reversibility").equals("E")
                && !(Reversibility.valueOf((String) point.value("reversibility")).autonomyThinkable()
                && (double) point.value("confidence") >= 0.8 && List.of("LOW", "MEDIUM").contains(point.value("targetCriticality"))));
    }

    @Test
    void everyRuleMatchesSomewhereAndIsUnique() {
        Set<String> fired = new HashSet<>();
        SPACE.points().forEach(point -> fired.addAll(point.rules()));
        assertThat(RISK.outputsOfEveryRule("rule")).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(fired);
    }

    private static void assertNone(Predicate<RiskSpace.Point> violation) {
        assertThat(SPACE.points().parallel().filter(violation).limit(3)).isEmpty();
    }

    private static LinkedHashMap<String, List<?>> valuesFromLoosest() {
        LinkedHashMap<String, List<?>> values = new LinkedHashMap<>();
        values.put("reversibility", List.of("E", "R1", "R2", "R3", "R4", "R5", "?"));
        values.put("severity", List.of("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL", "?"));
        values.put("environment", List.of("DEVELOPMENT", "STAGING", "UNKNOWN", "?", "PRODUCTION"));
        values.put("targetCriticality", List.of("LOW", "MEDIUM", "UNKNOWN", "?", "HIGH", "CRITICAL"));
        values.put("targetKind", Stream.concat(Arrays.stream(TargetKind.values()).map(Enum::name), Stream.of("?")).toList());
        values.put("ticketState", List.of("OPEN", "CLOSED", "?"));
        values.put("confidence", List.of(1.0, 0.8, 0.79, 0.2, 0.19));
        values.put("agentCeiling", List.of("DUAL", "AUTONOMOUS", "OBSERVE", "?"));
        return values;
    }

    private static Map<String, Object> facts(String reversibility, String severity, String environment, String criticality, String kind,
                                             double confidence) {
        return new HashMap<>(Map.ofEntries(entry("reversibility", reversibility), entry("actionType", "any"), entry("severity", severity),
                entry("environment", environment), entry("targetCriticality", criticality), entry("targetKind", kind),
                entry("ticketState", "OPEN"), entry("confidence", confidence), entry("agentCeiling", "DUAL")));
    }

    private static List<RuleHit> hits(Map<String, Object> facts) {
        facts.putIfAbsent("actionType", "any");
        return RISK.evaluate(facts).stream().map(RuleHit::from).toList();
    }

    private static RiskTier strictest(List<RuleHit> hits) {
        return hits.stream().map(RuleHit::tier).reduce(RiskTier::strictest).orElse(RiskTier.OBSERVE);
    }
}

package io.countersign.proof.diff;

import static io.countersign.proof.diff.Direction.GAINS;
import static io.countersign.proof.diff.Direction.LOSES;
import static io.countersign.proof.diff.Direction.NEUTRAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.proof.PlaybookFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a changed decision, or a changed form, means for a playbook that did not change. */
class DecisionRulesTest {

    private static final String PLAYBOOK = "isolate-infected-host.bpmn";
    private static final String RULE = "(?s)(<rule id=\"rt-02\">.*?</rule>)";

    static Stream<Arguments> decisions() {
        return Stream.of(
                decision("a rule is gone", text -> text.replaceFirst(RULE, ""), GAINS),
                decision("a rule is new", text -> text.replaceFirst(RULE, "$1" + copy(text)), GAINS),
                decision("another tier for all", text -> text.replace("\"APPROVE\"</text>", "\"AUTONOMOUS\"</text>"), GAINS),
                decision("a stricter tier for all", text -> text.replace("<text>\"APPROVE\"</text>", "<text>\"DUAL\"</text>"), LOSES),
                decision("a wider condition", text -> text.replaceFirst("not\\(\"OPEN\", \"IN_PROGRESS\"\\)", "\"NEVER\""), GAINS),
                decision("another way of combining", text -> text.replace("hitPolicy=\"COLLECT\"", "hitPolicy=\"FIRST\""), GAINS),
                decision("another reason", text -> text.replaceFirst("(<outputEntry id=\"rt-01-reason\">\\s*<text>\")", "$1Well: "), NEUTRAL),
                decision("no decision any more", text -> "<definitions />", GAINS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decisions")
    void aDecisionThatChangedIsToldWithItsDirection(String name, UnaryOperator<String> edit, Direction direction) throws IOException {
        AuthorityChanges found = compare("risk-tier.dmn", edit);
        assertThat(found.changes()).isNotEmpty().allMatch(change -> change.kind() == ChangeKind.DECISION);
        assertThat(found.changes()).extracting(Change::direction).contains(direction).doesNotContain(direction == GAINS ? null : GAINS);
    }

    @Test
    void aTierThatTheDecisionCanNowGiveIsToldForItsAction() throws IOException {
        assertThat(compare("risk-tier.dmn", text -> text.replace("\"DENY\"</text>", "\"OBSERVE\"</text>").replace("<text>\"HUMAN_ONLY\"</text>", "<text>\"APPROVE\"</text>")).changes())
                .anyMatch(change -> change.sentence().equals("The decision can now give “isolate-host” the tier OBSERVE."));
    }

    @Test
    void aDecisionThatWasOnlyWrittenAnewIsNoChange() throws IOException {
        assertThat(compare("risk-tier.dmn", text -> text.replace("camunda:width=\"150\"", "camunda:width=\"151\"")).changes()).isEmpty();
    }

    @Test
    void aFormThatAsksSomethingElseGains() throws IOException {
        assertThat(compare("approve-containment.form", text -> text.replaceFirst("\"label\": *\"", "$0Not ")).changes()).singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(ChangeKind.FORM)).satisfies(change -> assertThat(change.direction()).isEqualTo(GAINS));
    }

    @Test
    void aFormThatWasOnlyWrittenAnewIsNoChange() throws IOException {
        assertThat(compare("approve-containment.form", text -> text + "\n\n").changes()).isEmpty();
    }

    private static AuthorityChanges compare(String file, UnaryOperator<String> edit) throws IOException {
        PlaybookFiles before = PlaybookFiles.read(java.util.List.of(Path.of("bpmn"), Path.of("forms")));
        Map<String, byte[]> now = new TreeMap<>(before.byName());
        String text = new String(now.get(file));
        assertThat(edit.apply(text)).as("the edit does something").isNotEqualTo(text);
        now.put(file, edit.apply(text).getBytes());
        return Versions.compare(before, PlaybookFiles.of(now), PLAYBOOK);
    }

    private static String copy(String text) {
        java.util.regex.Matcher rule = java.util.regex.Pattern.compile(RULE).matcher(text);
        assertThat(rule.find()).isTrue();
        return rule.group(1).replace("rt-02", "rt-02b").replace("\\", "\\\\").replace("$", "\\$");
    }

    private static Arguments decision(String name, UnaryOperator<String> edit, Direction direction) {
        return Arguments.of(name, edit, direction);
    }
}

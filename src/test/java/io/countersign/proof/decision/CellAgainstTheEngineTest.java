package io.countersign.proof.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cell lets pass what the engine lets pass; and what is not understood is said not to be. */
class CellAgainstTheEngineTest {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final List<String> TEXTS = List.of("A", "B", "a\"b", "back\\slash", "", "two words", "x,y");
    private static final List<String> NUMBERS = List.of("0", "0.2", ".5", "0.80", "1", "-1");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "\"A\"", "\"A\", \"B\"", "not(\"A\")", "not (\"A\",\"B\" )", "null", "not(null)", "null, \"A\"", "not(null, \"A\")", "\"a\\\"b\"",
        "\"back\\\\slash\"", "\"\"", "\"A\"\n,\"B\"", "\"x,y\"", "\"two words\""})
    void aCellOfTextsLetsPassWhatTheEngineLetsPass(String cell) {
        Cell read = Cell.read(cell).orElseThrow();
        DmnDecision decision = decision(cell, "string");
        TEXTS.forEach(text -> assertThat(read.matches(text)).as(cell + " of " + text).isEqualTo(engine(decision, text)));
        assertThat(read.matches(null)).as(cell + " of null").isEqualTo(engine(decision, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "< 0.2", "<=0.2", "> 0.2", ">= .2", "[0.2..0.8)", "[0.2..0.8[", "]0.2..0.8]", "(0.2..0.8)", "[ -1 .. 1 ]", "null, < 0.2, > 1", "not(0.2)",
        "not(< 0.2)", "not([0.2..0.8])", "not(null)", "not(null, < 0.2)", "not(< 0.2, 0.5)", "[0.8..0.2]", "not([0.2..0.2])", "-1", "< -1", "0,2", "00.2"})
    void aCellOfNumbersLetsPassWhatTheEngineLetsPass(String cell) {
        sameAsEngine(cell);
    }

    @Test
    void generatedCellsLetPassWhatTheEngineLetsPass() {
        Random random = new Random(11);
        for (int count = 0; count < 150; count++) {
            List<String> tests = new ArrayList<>();
            for (int test = random.nextInt(3); test >= 0; test--) {
                tests.add(numberTest(random));
            }
            String list = String.join(", ", tests);
            sameAsEngine(random.nextInt(3) == 0 ? "not(" + list + ")" : list);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "\"A\",", "not()", "not(-)", "not(not(\"A\"))", "\"A\" , not(\"B\")", "matches(?, \"A\")", "? = \"A\"", "NOT(\"A\")", "'A'", "\"A\" or \"B\"", "true", "nullable",
        "< null", "1e-1", "+1", "\"\\u0041\"", "\"A", "[0..1", "0..1", "// x\n\"A\"", "if true then 1 else 2", "for x in 1..9999999999 return x", "\"A\" \"B\"", "1.", "< - 1"})
    void whatIsNotOfTheClosedPartIsNotUnderstood(String cell) {
        assertThat(Cell.read(cell)).isEmpty();
    }

    @Test
    void aVeryLongCellIsNotUnderstoodAndCostsNothing() {
        assertThat(Cell.read("\"" + "\\\\".repeat(400_000) + "\"")).isEmpty();
        assertThat(Cell.read("\"" + "\\\\".repeat(2_000) + "\"")).isPresent();
    }

    private static void sameAsEngine(String cell) {
        Cell read = Cell.read(cell).orElseThrow();
        DmnDecision decision = decision(cell, "double");
        for (String number : List.of("-2", "-1", "0", "0.1", "0.2", "0.3", "0.5", "0.8", "0.9", "1", "2")) {
            assertThat(read.matches(new BigDecimal(number))).as(cell + " of " + number).isEqualTo(engine(decision, Double.valueOf(number)));
        }
        assertThat(read.matches(null)).as(cell + " of null").isEqualTo(engine(decision, null));
    }

    private static String numberTest(Random random) {
        String one = NUMBERS.get(random.nextInt(NUMBERS.size()));
        String other = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> one;
            case 1 -> List.of("<", "<=", ">", ">=").get(random.nextInt(4)) + " " + one;
            case 2 -> "null";
            default -> "[(]".charAt(random.nextInt(3)) + one + ".." + other + "])[".charAt(random.nextInt(3));
        };
    }

    private static DmnDecision decision(String cell, String type) {
        String xml = TableXml.asking("x").ruleOf(new String[] {"1", "1", "1", "1", "1", "1", "1"}, cell).text().replace("id=\"ex-x\" typeRef=\"string\"", "id=\"ex-x\" typeRef=\"" + type + "\"");
        return ENGINE.parseDecision("risk-tier", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean engine(DmnDecision decision, Object value) {
        VariableMap variables = Variables.fromMap(Collections.singletonMap("x", value));
        return !ENGINE.evaluateDecisionTable(decision, variables).isEmpty();
    }
}

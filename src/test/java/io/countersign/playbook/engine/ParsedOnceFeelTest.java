package io.countersign.playbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our FEEL against the engine's own: every cell of every shipped table, and what a designer may write besides, good and bad. */
class ParsedOnceFeelTest {

    private static final FeelEngine OURS = new ParsedOnceFeelEngine();
    private static final FeelEngine THEIRS = new ScalaFeelEngine(List.of());

    @Test
    void everyTestOfEveryShippedTableAnswersAsTheEnginesOwn() throws Exception {
        TreeSet<String> tests = texts(InputEntry.class);
        List<Object> inputs = new ArrayList<>(List.of(0.0, 0.2, 0.5, 0.95, 1.0, 7, true, "T1595", "T1595,T1071", ""));
        tests.forEach(test -> Stream.of(test.split("[^A-Za-z0-9_-]+")).filter(word -> !word.isEmpty()).forEach(inputs::add));
        inputs.add(null);
        for (String test : tests) {
            for (Object input : inputs) {
                same(test + " on " + input, () -> OURS.evaluateSimpleUnaryTests(test, "cell", about("cell", input)),
                        () -> THEIRS.evaluateSimpleUnaryTests(test, "cell", about("cell", input)));
            }
        }
    }

    @Test
    void everyInputAndOutputOfEveryShippedTableAnswersAsTheEnginesOwn() throws Exception {
        TreeSet<String> expressions = texts(InputExpression.class);
        expressions.addAll(texts(OutputEntry.class));
        for (String expression : expressions) {
            same(expression, () -> OURS.evaluateSimpleExpression(expression, about("severity", "HIGH")),
                    () -> THEIRS.evaluateSimpleExpression(expression, about("severity", "HIGH")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x + 1", "x.y", "missing", "if x > 1 then \"a\" else \"b\"", "upper case(\"a\")", "no such function(1)", "assert(null, false)",
            "1 / 0", "date(\"2026-02-30\")", "{a: 1}.a", "some y in [1, 2] satisfies y > x", "x instance of number", "\"a\" < 1", "(", "",
            "for i in 1..3 return i * x", "get or else(missing, 3)", "sort([3, 1, 2], function(a, b) a < b)", "function(a) external {java: {class: \"java.lang.Math\"}}"})
    void whateverADesignerWritesAnswersAsTheEnginesOwnEachTime(String expression) {
        for (int x = 0; x < 3; x++) {
            VariableContext variables = about("x", x);
            same(expression, () -> OURS.evaluateSimpleExpression(expression, variables), () -> THEIRS.evaluateSimpleExpression(expression, variables));
            same(expression, () -> OURS.evaluateSimpleUnaryTests(expression, "x", variables), () -> THEIRS.evaluateSimpleUnaryTests(expression, "x", variables));
        }
    }

    private static void same(String what, Supplier<Object> ours, Supplier<Object> theirs) {
        assertThat(answer(ours)).as(what).isEqualTo(answer(theirs));
    }

    private static String answer(Supplier<Object> evaluation) {
        Object[] value = new Object[1];
        Throwable thrown = catchThrowable(() -> value[0] = evaluation.get());
        return thrown == null ? value[0] + " " + (value[0] == null ? "" : value[0].getClass()) : thrown.getClass() + thrown.getMessage();
    }

    private static VariableContext about(String name, Object value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(name, value);
        return Variables.fromMap(variables).asVariableContext();
    }

    private static TreeSet<String> texts(Class<? extends DmnElement> kind) throws Exception {
        TreeSet<String> texts = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("bpmn", "decisions"))) {
            files.filter(file -> file.toString().endsWith(".dmn")).map(Path::toFile).map(Dmn::readModelFromFile)
                    .forEach(model -> model.getModelElementsByType(kind).forEach(cell -> cell.getChildElementsByType(Text.class)
                            .forEach(text -> texts.add(text.getTextContent().strip()))));
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }
}

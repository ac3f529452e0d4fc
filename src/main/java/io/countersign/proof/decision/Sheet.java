package io.countersign.proof.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** A decision table as it is written: texts, nothing understood yet. */
record Sheet(String decision, HitPolicy hitPolicy, Optional<BuiltinAggregator> aggregation, List<In> inputs, List<Out> outputs, List<Row> rows) {

    /** One input. {@code listed} are the values that the table offers; {@code language} is empty where it is the usual one. */
    record In(String id, String label, String variable, String type, List<String> listed, String language) {
    }

    /** One output. {@code listed} are the values that the table offers for it. */
    record Out(String id, String name, String type, List<String> listed) {
    }

    /** One cell. */
    record Entry(String id, String text, String language) {
    }

    /** One rule; {@code why} is what its designer wrote beside it. */
    record Row(String id, String why, List<Entry> inputs, List<Entry> outputs) {
    }

    static Optional<Sheet> of(Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return Optional.empty();
        }
        return Optional.of(new Sheet(decision.getId(), table.getHitPolicy(), Optional.ofNullable(table.getAggregation()), table.getInputs().stream().map(Sheet::input).toList(),
                table.getOutputs().stream().map(Sheet::output).toList(),
                table.getRules().stream().map(Sheet::row).toList()));
    }

    boolean hasOutput(String name) {
        return outputs.stream().anyMatch(output -> output.name().equals(name));
    }

    private static In input(Input input) {
        var expression = input.getInputExpression();
        List<String> values = listed(input.getInputValues());
        return expression == null ? new In(id(input), text(input.getLabel()), "", "", values, "")
                : new In(id(input), text(input.getLabel()), content(expression.getText()).strip(), text(expression.getTypeRef()), values, text(expression.getExpressionLanguage()));
    }

    private static Out output(Output output) {
        return new Out(id(output), text(output.getName()), text(output.getTypeRef()), listed(output.getOutputValues()));
    }

    private static List<String> listed(UnaryTests offered) {
        String listed = Optional.ofNullable(offered).map(UnaryTests::getText).map(Text::getTextContent).orElse("");
        return Arrays.stream(listed.split(",")).map(value -> value.strip().replace("\"", "")).filter(value -> !value.isEmpty()).toList();
    }

    private static Row row(Rule rule) {
        return new Row(id(rule), rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip(),
                rule.getInputEntries().stream().map(Sheet::cell).toList(), rule.getOutputEntries().stream().map(Sheet::cell).toList());
    }

    private static Entry cell(InputEntry entry) {
        return new Entry(id(entry), content(entry.getText()), text(entry.getExpressionLanguage()));
    }

    private static Entry cell(LiteralExpression entry) {
        return new Entry(id(entry), content(entry.getText()), text(entry.getExpressionLanguage()));
    }

    private static String content(Text text) {
        return text == null ? "" : text.getTextContent();
    }

    private static String id(DmnElement element) {
        return text(element.getId());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}

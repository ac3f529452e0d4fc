package io.countersign.playbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * The cells of one decision table, asked one by one: which rules a single value of a single input leaves possible. A rule matches
 * when each of its cells does, so what holds for every combination of values is found without evaluating every combination.
 */
final class RuleCells {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final String MARK = "rule-of-the-table";

    private final String key;
    private final DmnModelInstance model;
    private final Map<String, DmnDecision> blind = new HashMap<>();

    RuleCells(String key, DmnModelInstance model) {
        this.key = key;
        this.model = model;
    }

    /** Names of the inputs, in their order, with the values that the table lists for each; empty where it lists none. */
    Map<String, List<String>> inputs() {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (Input input : table(model).getInputs()) {
            String listed = input.getInputValues() == null ? "" : input.getInputValues().getText().getTextContent();
            inputs.put(input.getInputExpression().getText().getTextContent().strip(),
                    Arrays.stream(listed.split(",")).map(value -> value.strip().replace("\"", "")).filter(value -> !value.isEmpty()).toList());
        }
        return inputs;
    }

    /** What stands in the cells of one input. */
    List<String> cells(String input) {
        int column = List.copyOf(inputs().keySet()).indexOf(input);
        return table(model).getRules().stream().map(rule -> List.copyOf(rule.getInputEntries()).get(column).getTextContent()).toList();
    }

    /** The rules, by their place, that this value alone does not rule out. */
    BitSet leftBy(String input, Object value) {
        Map<String, Object> facts = new HashMap<>();
        inputs().keySet().forEach(other -> facts.put(other, null));
        facts.put(input, value);
        BitSet rules = new BitSet();
        ENGINE.evaluateDecisionTable(blind.computeIfAbsent(input, this::lookingOnlyAt), facts).getResultList()
                .forEach(outputs -> rules.set(((Number) outputs.get(MARK)).intValue()));
        return rules;
    }

    /** What each rule says, in the order of the table. */
    List<Map<String, Object>> outputs() {
        DmnModelInstance always = copy(List.of());
        Map<String, Object> nothing = new HashMap<>();
        inputs().keySet().forEach(input -> nothing.put(input, null));
        return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(key, always), nothing).getResultList();
    }

    private DmnDecision lookingOnlyAt(String input) {
        return ENGINE.parseDecision(key, copy(List.of(input)));
    }

    /** A copy of the table in which all other cells match anything, and each rule also says its place. */
    private DmnModelInstance copy(List<String> kept) {
        DmnModelInstance copy = model.clone();
        List<String> inputs = List.copyOf(inputs().keySet());
        Output mark = copy.newInstance(Output.class);
        mark.setName(MARK);
        mark.setTypeRef("integer");
        table(copy).getOutputs().add(mark);
        int place = 0;
        for (Rule rule : table(copy).getRules()) {
            List<InputEntry> cells = new ArrayList<>(rule.getInputEntries());
            for (int column = 0; column < cells.size(); column++) {
                if (!kept.contains(inputs.get(column))) {
                    cells.get(column).setText(text(copy, ""));
                }
            }
            OutputEntry entry = copy.newInstance(OutputEntry.class);
            entry.setText(text(copy, Integer.toString(place++)));
            rule.getOutputEntries().add(entry);
        }
        return copy;
    }

    private static Text text(DmnModelInstance model, String content) {
        Text text = model.newInstance(Text.class);
        text.setTextContent(content);
        return text;
    }

    private static DecisionTable table(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}

package io.countersign.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision of the product, evaluated without a process engine. */
final class DecisionFile {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final String key;
    private final DmnModelInstance model;
    private final DmnDecision decision;

    private DecisionFile(String key, DmnModelInstance model) {
        this.key = key;
        this.model = model;
        this.decision = ENGINE.parseDecision(key, model);
    }

    static DecisionFile read(String key) {
        try (InputStream file = Files.newInputStream(Path.of("bpmn", "decisions", key + ".dmn"))) {
            return new DecisionFile(key, Dmn.readModelFromStream(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    List<Map<String, Object>> evaluate(Map<String, Object> variables) {
        return ENGINE.evaluateDecisionTable(decision, variables).getResultList();
    }

    List<String> inputs() {
        return table(model).getInputs().stream().map(clause -> clause.getInputExpression().getText().getTextContent()).toList();
    }

    /** The same rules, but blind for every other input. */
    DecisionFile lookingOnlyAt(String input) {
        DmnModelInstance copy = model.clone();
        DecisionTable table = table(copy);
        int kept = inputs().indexOf(input);
        for (Rule rule : table.getRules()) {
            List<InputEntry> cells = List.copyOf(rule.getInputEntries());
            for (int column = 0; column < cells.size(); column++) {
                if (column != kept) {
                    Text blank = copy.newInstance(Text.class);
                    blank.setTextContent("");
                    cells.get(column).setText(blank);
                }
            }
        }
        return new DecisionFile(key, copy);
    }

    /** As written, without the quotes. */
    List<String> outputsOfEveryRule(String output) {
        int column = table(model).getOutputs().stream().map(Output::getName).toList().indexOf(output);
        return table(model).getRules().stream()
                .map(rule -> List.copyOf(rule.getOutputEntries()).get(column).getTextContent().strip().replace("\"", "")).toList();
    }

    private static DecisionTable table(DmnModelInstance model) {
        return model.getModelElementsByType(DecisionTable.class).iterator().next();
    }
}

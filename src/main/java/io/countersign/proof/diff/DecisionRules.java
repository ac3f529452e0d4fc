package io.countersign.proof.diff;

import io.countersign.action.RiskTier;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.ModelException;

/** Compares two versions of a decision table rule by rule: a rule that is stricter, and nothing else, is less authority. */
record DecisionRules(String name, byte[] was, byte[] is) {

    private record Row(List<String> inputs, Map<String, String> outputs) {
    }

    List<Change> changes() {
        try {
            return compare(table(was), table(is));
        } catch (ModelException | IllegalArgumentException unreadable) {
            return List.of(gains("", "changed and cannot be compared"));
        }
    }

    private List<Change> compare(DecisionTable old, DecisionTable table) {
        List<Change> changes = new ArrayList<>();
        if (!Objects.equals(head(old), head(table))) {
            changes.add(gains("", "reads, gives or combines something else than before"));
        }
        Map<String, Row> before = rows(old);
        Map<String, Row> now = rows(table);
        before.keySet().stream().filter(id -> !now.containsKey(id)).forEach(id -> changes.add(gains(id, "lost the rule " + id)));
        now.forEach((id, row) -> {
            if (!before.containsKey(id)) {
                changes.add(gains(id, "has a new rule " + id));
            } else if (!before.get(id).equals(row)) {
                changes.add(judge(id, before.get(id), row));
            }
        });
        return changes;
    }

    private Change judge(String id, Row old, Row row) {
        Map<String, String> others = new LinkedHashMap<>(row.outputs());
        others.keySet().removeIf(output -> Objects.equals(old.outputs().get(output), row.outputs().get(output)));
        others.remove("reason");
        if (old.inputs().equals(row.inputs()) && others.isEmpty()) {
            return Change.neutral(ChangeKind.DECISION, id, "The rule " + id + " of “" + name + "” gives another reason.");
        }
        Optional<RiskTier> was = tier(old);
        Optional<RiskTier> is = tier(row);
        boolean stricter = old.inputs().equals(row.inputs()) && others.keySet().equals(java.util.Set.of("tier")) && was.isPresent() && is.isPresent()
                && was.get() != RiskTier.OBSERVE && is.get().stricterThan(was.get());
        String what = "The rule " + id + " of “" + name + "” gives " + is.map(Enum::name).orElse("something") + " instead of " + was.map(Enum::name).orElse("something") + ".";
        return stricter ? Change.loses(ChangeKind.DECISION, id, what)
                : old.inputs().equals(row.inputs()) && others.containsKey("tier") ? Change.gains(ChangeKind.DECISION, id, what) : gains(id, "has another rule " + id);
    }

    private static Optional<RiskTier> tier(Row row) {
        String text = row.outputs().getOrDefault("tier", "").replace("\"", "").strip();
        return java.util.Arrays.stream(RiskTier.values()).filter(tier -> tier.name().equals(text)).findFirst();
    }

    private Change gains(String element, String what) {
        return Change.gains(ChangeKind.DECISION, element, "The decision “" + name + "” " + what + ".");
    }

    private static DecisionTable table(byte[] file) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
        return model.getModelElementsByType(DecisionTable.class).stream().reduce((one, other) -> {
            throw new IllegalArgumentException("more than one table");
        }).orElseThrow(() -> new IllegalArgumentException("no table"));
    }

    private static List<String> head(DecisionTable table) {
        List<String> head = new ArrayList<>(List.of(String.valueOf(table.getHitPolicy()), String.valueOf(table.getAggregation())));
        table.getInputs().forEach(input -> head.add(text(input.getInputExpression()) + input.getInputExpression().getTypeRef() + text(input.getInputValues())));
        table.getOutputs().forEach(output -> head.add(output.getName() + output.getTypeRef() + text(output.getOutputValues())));
        return head;
    }

    private static Map<String, Row> rows(DecisionTable table) {
        List<String> outputs = table.getOutputs().stream().map(output -> output.getName()).toList();
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            Map<String, String> values = new LinkedHashMap<>();
            rule.getOutputEntries().forEach(entry -> values.put(outputs.get(values.size()), text(entry)));
            rows.put(rule.getId(), new Row(rule.getInputEntries().stream().map(DecisionRules::text).toList(), values));
        }
        return rows;
    }

    private static String text(DmnElement element) {
        return element == null ? "" : element.getTextContent().strip();
    }
}

package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.FORM;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.HitPolicy;

/** The table as such: what it is asked, what it answers, and how its rules are combined. */
final class FormCheck {

    /** What the product reads of each rule, and the types it may have. */
    private static final Map<String, Set<String>> OUTPUTS = Map.of("rule", Set.of("", "string"), "tier", Set.of("", "string"), "approverGroups", Set.of("", "string"),
            "quorum", Set.of("", "integer", "long"), "escalateAfter", Set.of("", "string"), "expireAfter", Set.of("", "string"), "lease", Set.of("", "string"),
            "reason", Set.of("", "string"));
    private static final int MOST_RULES = 2000;

    private FormCheck() {
    }

    /** What holds for every table. */
    static void any(Sheet sheet, Findings findings) {
        if (sheet.rows().isEmpty()) {
            findings.error(FORM, sheet.decision(), "The table has no rules.", "Add the first rule.");
        }
        if (sheet.rows().size() > MOST_RULES) {
            findings.error(DecisionFinding.Kind.BOUND, sheet.decision(), "The table has more than " + MOST_RULES + " rules.", "Split the decision.");
        }
        for (Sheet.In input : sheet.inputs()) {
            language(input.id(), input.language(), findings);
        }
        for (Sheet.Row row : sheet.rows()) {
            if (row.inputs().size() != sheet.inputs().size() || row.outputs().size() != sheet.outputs().size()) {
                findings.error(FORM, row.id(), "The rule has more or fewer cells than the table has columns.", "Open the table in Camunda Modeler and save it again.");
            }
            row.inputs().forEach(cell -> language(cell.id(), cell.language(), findings));
            row.outputs().forEach(cell -> language(cell.id(), cell.language(), findings));
        }
    }

    private static void language(String element, String language, Findings findings) {
        if (!language.isEmpty() && !language.equalsIgnoreCase("feel") && !language.endsWith("/FEEL/")) {
            findings.error(FORM, element, "It is written in " + language + "; only FEEL is allowed.", "Set the expression language to FEEL.");
        }
    }

    /** What the risk decision has to be besides. */
    static void risk(Sheet sheet, Findings findings) {
        boolean collects = sheet.hitPolicy() == HitPolicy.COLLECT && sheet.aggregation().isEmpty() || sheet.hitPolicy() == HitPolicy.RULE_ORDER;
        if (!collects) {
            findings.error(FORM, sheet.decision(), "With the hit policy " + sheet.hitPolicy() + " a looser rule can hide a stricter one, or the decision fails where two match: "
                    + "all rules that match must count.", "Set the hit policy to COLLECT, without an aggregation.");
        }
        Set<String> seen = new HashSet<>();
        for (Sheet.In input : sheet.inputs()) {
            input(input, seen.add(input.variable()), findings);
        }
        OUTPUTS.keySet().stream().sorted().forEach(name -> output(sheet, name, findings));
    }

    private static void input(Sheet.In input, boolean first, Findings findings) {
        Optional<Fact> fact = Fact.of(input.variable());
        if (fact.isEmpty()) {
            findings.error(FORM, input.id(), "The product tells the decision nothing of the name '" + input.variable() + "'.",
                    "Use one of " + Arrays.stream(Fact.values()).map(Fact::input).collect(Collectors.joining(", ")) + ".");
            return;
        }
        List<String> types = fact.get().number() ? List.of("", "double") : List.of("", "string");
        if (!types.contains(input.type())) {
            findings.error(FORM, input.id(), "The input '" + input.variable() + "' has the type " + input.type() + ", in which its cells never match as they read.",
                    "Set its type to " + types.get(1) + ".");
        }
        if (!first) {
            findings.error(FORM, input.id(), "The input '" + input.variable() + "' stands in two columns.", "Put both conditions into one column.");
        }
    }

    private static void output(Sheet sheet, String name, Findings findings) {
        List<Sheet.Out> found = sheet.outputs().stream().filter(output -> output.name().equals(name)).toList();
        if (found.size() != 1) {
            findings.error(FORM, sheet.decision(), "The output '" + name + "' " + (found.isEmpty() ? "is missing" : "is there twice") + "; everything would be denied.",
                    "Have one output column of the name " + name + ".");
        } else if (!OUTPUTS.get(name).contains(found.get(0).type())) {
            findings.error(FORM, found.get(0).id(), "The output '" + name + "' has the type " + found.get(0).type() + ", in which the product does not read it.",
                    "Set its type to " + (name.equals("quorum") ? "integer" : "string") + ".");
        }
    }
}

package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.CELL;
import static io.countersign.proof.decision.DecisionFinding.Kind.FORM;
import static io.countersign.proof.decision.DecisionFinding.Kind.OUTPUT;

import java.util.List;
import org.camunda.bpm.model.dmn.HitPolicy;

/** A decision that gives no tier: its form is checked, and that its cells and answers name only values that the table itself offers. */
final class PlainTableCheck {

    private static final List<HitPolicy> ANY_NUMBER = List.of(HitPolicy.COLLECT, HitPolicy.RULE_ORDER);

    private PlainTableCheck() {
    }

    static void check(Sheet sheet, Findings findings) {
        FormCheck.any(sheet, findings);
        if (!ANY_NUMBER.contains(sheet.hitPolicy()) && sheet.hitPolicy() != HitPolicy.FIRST) {
            findings.warning(FORM, sheet.decision(), "With the hit policy " + sheet.hitPolicy() + " the decision fails when two rules match at once.", "Set the hit policy to COLLECT or FIRST.");
        }
        for (Sheet.Row row : sheet.rows()) {
            for (int column = 0; column < Math.min(row.inputs().size(), sheet.inputs().size()); column++) {
                input(sheet.inputs().get(column), row.inputs().get(column), findings);
            }
            for (int column = 0; column < Math.min(row.outputs().size(), sheet.outputs().size()); column++) {
                output(sheet.outputs().get(column), row, row.outputs().get(column), findings);
            }
        }
    }

    /** Cells that use functions are taken as they are. */
    private static void input(Sheet.In input, Sheet.Entry entry, Findings findings) {
        Cell.read(entry.text()).ifPresent(cell -> cell.tests().forEach(test -> {
            if (test instanceof Cell.Same same && same.expected() instanceof String text && !input.listed().isEmpty() && !input.listed().contains(text)) {
                findings.error(CELL, entry.id(), "'" + input.variable() + "' is never \"" + text + "\".", "Use one of " + String.join(", ", input.listed()) + ".");
            }
        }));
    }

    private static void output(Sheet.Out output, Sheet.Row row, Sheet.Entry entry, Findings findings) {
        if (entry.text().isBlank()) {
            findings.error(OUTPUT, row.id(), "The output '" + output.name() + "' is empty.", "Fill it in.");
        }
        Cell.read(entry.text()).ifPresent(cell -> cell.tests().forEach(test -> {
            if (test instanceof Cell.Same same && same.expected() instanceof String text && !output.listed().isEmpty() && !output.listed().contains(text)) {
                findings.error(OUTPUT, row.id(), "The output '" + output.name() + "' says \"" + text + "\", which the table does not offer.", "Use one of " + String.join(", ", output.listed()) + ".");
            }
        }));
    }
}

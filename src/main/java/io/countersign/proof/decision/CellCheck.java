package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.CELL;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.TargetKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The cells of the inputs: each must be understood, and name only what there is. */
final class CellCheck {

    private final ActionCatalogue catalogue;
    private final Findings findings;

    CellCheck(ActionCatalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** Every text that the product can send for it. */
    List<String> sent(Fact fact) {
        return switch (fact) {
            case ACTION_TYPE -> catalogue.all().stream().map(ActionType::id).toList();
            case KIND -> Arrays.stream(TargetKind.values()).map(Enum::name).toList();
            default -> fact.known();
        };
    }

    /** The axis of one input. Its list of values is only a help for designers, but a wrong one misleads them. */
    Axis axis(Fact fact, Sheet.In input, List<Cell> cells) {
        List<String> missing = input.listed().isEmpty() ? List.of() : sent(fact).stream().filter(value -> !input.listed().contains(value)).toList();
        if (!missing.isEmpty()) {
            findings.warning(CELL, input.id(), "The list of values of '" + fact.input() + "' lacks " + String.join(", ", missing) + ".", "Add what is missing to the predefined values.");
        }
        return fact.number() ? Axis.ofNumbers(fact, cells) : Axis.ofTexts(fact, sent(fact), cells);
    }

    /** Empty, with a finding, if the cell is not understood. */
    Optional<Cell> read(Fact fact, Sheet.Entry entry) {
        Optional<Cell> cell = Cell.read(entry.text());
        if (cell.isEmpty()) {
            findings.error(CELL, entry.id(), "What stands in '" + fact.input() + "' is not understood, so nothing can be proved of it: " + entry.text().strip(),
                    fact.number() ? "Write numbers, comparisons such as < 0.2, intervals such as [0.2..0.8), or not(…) of them, with commas between."
                            : "Write values in quotes with commas between, or not(…) of them.");
        }
        cell.ifPresent(read -> read.tests().forEach(test -> check(fact, entry.id(), test)));
        return cell;
    }

    private void check(Fact fact, String element, Cell.Test test) {
        boolean number = test instanceof Cell.Within || test instanceof Cell.Same same && same.expected() instanceof BigDecimal;
        boolean text = test instanceof Cell.Same named && named.expected() instanceof String;
        if (fact.number() ? text : number) {
            findings.error(CELL, element, "'" + fact.input() + "' is a " + (fact.number() ? "number" : "text") + " and never equals a " + (text ? "text" : "number") + ".",
                    "Write it " + (fact.number() ? "without" : "with") + " quotes.");
        } else if (text && !sent(fact).contains((String) ((Cell.Same) test).expected())) {
            String value = (String) ((Cell.Same) test).expected();
            findings.error(CELL, element, "'" + fact.input() + "' is never \"" + value + "\".",
                    nearest(value, sent(fact)).map(near -> "Do you mean \"" + near + "\"?").orElse("Use one of " + String.join(", ", sent(fact)) + "."));
        }
    }

    private static Optional<String> nearest(String value, List<String> known) {
        return known.stream().filter(one -> one.equalsIgnoreCase(value.strip().replace('-', '_')) || one.equalsIgnoreCase(value.strip())).findFirst()
                .or(() -> known.stream().filter(one -> distance(one, value) <= 2).findFirst());
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] row = java.util.stream.IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}

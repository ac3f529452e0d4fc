package io.countersign.proof.decision;

import io.countersign.proof.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that is wrong with a decision.
 *
 * @param element  id of the rule, input, output or decision; empty where the file as a whole is meant
 * @param message  what is wrong, in plain words
 * @param examples inputs that show it; for {@code MONOTONE} two, the lesser risk first
 * @param mend     how it can be mended; empty where nothing better is known than what the message says
 */
public record DecisionFinding(Kind kind, Severity severity, String file, String element, String message, List<Example> examples, String mend) {

    /** What kind of thing is wrong. */
    public enum Kind {
        /** It cannot be read as DMN. */
        READ,
        /** It was not analysed to the end, so nothing is known. */
        BOUND,
        /** The table as such: hit policy, inputs, outputs. */
        FORM,
        /** A cell of an input. */
        CELL,
        /** A cell of an output. */
        OUTPUT,
        /** No rule matches, so the request is denied for want of a rule. */
        GAP,
        /** Rules that hide one another. */
        OVERLAP,
        /** More risk, but a lower gate. */
        MONOTONE,
        /** A rule lets the machine act alone where the catalogue forbids it. */
        AUTONOMOUS
    }

    /**
     * One case.
     *
     * @param inputs by their names, in the order of the table
     * @param result the tier it gets
     * @param rules  that match it
     */
    public record Example(Map<String, String> inputs, String result, List<String> rules) {

        public Example {
            rules = List.copyOf(rules);
        }

        @Override
        public String toString() {
            return inputs.entrySet().stream().map(input -> input.getKey() + " " + input.getValue()).collect(Collectors.joining(", ")) + " → " + result
                    + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
        }
    }

    public DecisionFinding {
        examples = List.copyOf(examples);
    }

    public boolean refuses() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return file + ":" + element + ": " + kind + " " + message + examples.stream().map(example -> "\n    " + example).collect(Collectors.joining());
    }
}

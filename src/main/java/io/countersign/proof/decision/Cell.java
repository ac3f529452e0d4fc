package io.countersign.proof.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one cell of an input lets pass: a closed part of FEEL's unary tests, with the engine's own answers
 * ({@code CellAgainstTheEngineTest} holds them together). Lists of texts, numbers, comparisons, intervals and {@code null}, or
 * {@code not(…)} of such a list. Whatever else stands in a cell is not understood, and so not proved.
 *
 * @param tests empty where the cell lets everything pass
 */
record Cell(List<Test> tests, boolean negated) {

    private static final int LONGEST = 4096;
    private static final String NUMBER = "-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)";
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s*(?:\"(?<text>[^\"\\\\]*+(?:\\\\[\"\\\\][^\"\\\\]*+)*+)\"|(?<null>null)"
            + "|(?<sign><=|>=|<|>)?\\s*(?<number>" + NUMBER + ")"
            + "|(?<open>[\\[(\\]])\\s*(?<low>" + NUMBER + ")\\s*\\.\\.\\s*(?<high>" + NUMBER + ")\\s*(?<close>[\\])\\[]))\\s*(?<next>,|$)", Pattern.DOTALL);

    /** One test of the list. Comparing with nothing gives neither yes nor no, and its negation neither: empty. */
    interface Test {
        Optional<Boolean> of(Object value);
    }

    /** Equality with a text, a number, or {@code null}. */
    record Same(Object expected) implements Test {
        @Override
        public Optional<Boolean> of(Object value) {
            return Optional.of(expected instanceof BigDecimal number ? value instanceof BigDecimal other && number.compareTo(other) == 0 : Objects.equals(expected, value));
        }
    }

    /** An interval of numbers; an end that is {@code null} is open without limit. */
    record Within(BigDecimal low, boolean lowIn, BigDecimal high, boolean highIn) implements Test {
        @Override
        public Optional<Boolean> of(Object value) {
            if (!(value instanceof BigDecimal number)) {
                return Optional.empty();
            }
            boolean above = low == null || number.compareTo(low) > 0 || lowIn && number.compareTo(low) == 0;
            boolean below = high == null || number.compareTo(high) < 0 || highIn && number.compareTo(high) == 0;
            return Optional.of(above && below);
        }
    }

    /** Empty if the cell says more than we understand. */
    static Optional<Cell> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new Cell(List.of(), false));
        }
        Matcher not = NOT.matcher(text);
        boolean negated = not.matches();
        return text.length() > LONGEST ? Optional.empty() : list(negated ? not.group(1) : text).map(list -> new Cell(list, negated));
    }

    boolean matches(Object value) {
        if (tests.isEmpty()) {
            return true;
        }
        boolean one = tests.stream().anyMatch(test -> test.of(value).orElse(false));
        return negated ? !one && tests.stream().allMatch(test -> test.of(value).isPresent()) : one;
    }

    private static Optional<List<Test>> list(String text) {
        List<Test> tests = new ArrayList<>();
        Matcher item = ITEM.matcher(text);
        String next = ",";
        while (next.equals(",")) {
            if (!item.lookingAt()) {
                return Optional.empty();
            }
            tests.add(test(item));
            next = item.group("next");
            item.region(item.end(), text.length());
        }
        return Optional.of(List.copyOf(tests));
    }

    private static Test test(Matcher item) {
        if (item.group("text") != null) {
            return new Same(item.group("text").replaceAll("\\\\([\"\\\\])", "$1"));
        }
        if (item.group("null") != null) {
            return new Same(null);
        }
        return item.group("number") == null
                ? new Within(new BigDecimal(item.group("low")), item.group("open").equals("["), new BigDecimal(item.group("high")), item.group("close").equals("]"))
                : compared(item.group("sign") == null ? "=" : item.group("sign"), new BigDecimal(item.group("number")));
    }

    private static Test compared(String sign, BigDecimal number) {
        return switch (sign) {
            case "<" -> new Within(null, false, number, false);
            case "<=" -> new Within(null, false, number, true);
            case ">" -> new Within(number, false, null, false);
            case ">=" -> new Within(number, true, null, false);
            default -> new Same(number);
        };
    }
}

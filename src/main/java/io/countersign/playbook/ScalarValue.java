package io.countersign.playbook;

import java.math.BigDecimal;

/** Reads numbers and checkboxes, from JSON or from text. */
final class ScalarValue {

    private static final int LONGEST = 40;

    private ScalarValue() {
    }

    static BigDecimal number(FormField field, Object raw) {
        BigDecimal number = parse(raw);
        field.limit("min").filter(min -> number.compareTo(min) < 0).ifPresent(min -> {
            throw new FieldRefused("must be at least " + min);
        });
        field.limit("max").filter(max -> number.compareTo(max) > 0).ifPresent(max -> {
            throw new FieldRefused("must be at most " + max);
        });
        return number;
    }

    static Boolean checkbox(FormField field, Object raw) {
        boolean ticked = switch (String.valueOf(raw)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new FieldRefused("must be true or false");
        };
        if (field.required() && !ticked) {
            throw new FieldRefused("must be ticked");
        }
        return ticked;
    }

    private static BigDecimal parse(Object raw) {
        String text = String.valueOf(raw).strip();
        boolean readable = (raw instanceof Number || raw instanceof String) && text.length() <= LONGEST;
        try {
            return new BigDecimal(readable ? text : "");
        } catch (NumberFormatException notANumber) {
            throw new FieldRefused("must be a number");
        }
    }
}

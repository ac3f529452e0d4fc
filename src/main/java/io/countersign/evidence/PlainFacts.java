package io.countersign.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;

/**
 * Facts of the plain kinds, straight to canonical JSON (RFC 8785) in one pass: nearly all are. Whatever it does not know leaves
 * it empty-handed, for the library to do; PlainFactsTest holds it against the library.
 */
final class PlainFacts {

    private static final long EXACT_IN_DOUBLE = (1L << 53) - 1;
    private final StringBuilder out = new StringBuilder(512);

    private PlainFacts() {
    }

    static Optional<String> canonical(Map<String, Object> facts) {
        PlainFacts writer = new PlainFacts();
        return writer.value(facts) ? Optional.of(writer.out.toString()) : Optional.empty();
    }

    /** @return false where this is nothing plain */
    private boolean value(Object value) {
        if (value instanceof String text) {
            return text(text);
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof List<?> list) {
            return list(list);
        } else if (value instanceof Double number) {
            return number(number);
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long number && Math.abs(number) <= EXACT_IN_DOUBLE) {
            out.append(value);
            return true;
        }
        return false;
    }

    private boolean map(Map<?, ?> map) {
        if (!map.keySet().stream().allMatch(String.class::isInstance)) {
            return false;
        }
        char before = '{';
        for (Map.Entry<?, ?> entry : new TreeMap<>(map).entrySet()) {
            out.append(before);
            before = ',';
            if (!text((String) entry.getKey()) || !value(entry.getValue(), ':')) {
                return false;
            }
        }
        out.append(before == '{' ? "{}" : "}");
        return true;
    }

    private boolean list(List<?> list) {
        out.append(list.isEmpty() ? "[" : "");
        char before = '[';
        for (Object element : list) {
            if (!value(element, before)) {
                return false;
            }
            before = ',';
        }
        out.append(']');
        return true;
    }

    private boolean value(Object value, char before) {
        out.append(before);
        return value(value);
    }

    private boolean number(double number) {
        try {
            out.append(NumberToJSON.serializeNumber(number));
            return true;
        } catch (java.io.IOException notFinite) {
            return false;
        }
    }

    /** A text that has to be changed to be kept is left to those who change it. */
    private boolean text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
            character(c);
        }
        out.append('"');
        return true;
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
    }
}

package io.countersign.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;

/**
 * Facts as canonical JSON (RFC 8785) that the database can keep and that reads the same everywhere: no NUL and no broken
 * surrogate in a text, and no number that a double would round (such a one becomes text). Never longer than
 * {@link #LIMIT} characters: what is cut says so.
 */
@Component
class FactsJson {

    static final int LIMIT = 64 * 1024;
    static final String CUT = "factsCut";
    private static final int LONGEST_KEPT_FACT = 1024;
    private static final long EXACT_IN_DOUBLE = (1L << 53) - 1;

    private final ObjectMapper json;

    FactsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Map<String, Object> facts) {
        return PlainFacts.canonical(facts).filter(text -> text.length() <= LIMIT).orElseGet(() -> thoroughly(facts));
    }

    /** By way of the library, and shortened where it is too long. */
    String thoroughly(Map<String, Object> facts) {
        ObjectNode clean = (ObjectNode) clean(json.valueToTree(facts));
        String text = canonical(clean);
        return text.length() <= LIMIT ? text : canonical(shortened(clean, text.length()));
    }

    private JsonNode clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = json.createObjectNode();
            object.properties().forEach(field -> copy.set(printable(field.getKey()), clean(field.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = json.createArrayNode();
            array.forEach(element -> copy.add(clean(element)));
            return copy;
        }
        if (node.isTextual()) {
            return TextNode.valueOf(printable(node.textValue()));
        }
        return node.isNumber() && !exact(node) ? TextNode.valueOf(node.asText()) : node;
    }

    /** PostgreSQL keeps no NUL and UTF-8 has no lone surrogate; both become the replacement character. */
    private static String printable(String text) {
        if (text.codePoints().noneMatch(FactsJson::unkeepable)) {
            return text;
        }
        return text.codePoints().map(c -> unkeepable(c) ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean unkeepable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static boolean exact(JsonNode number) {
        return number.isIntegralNumber()
                ? number.canConvertToLong() && Math.abs(number.longValue()) <= EXACT_IN_DOUBLE
                : Double.isFinite(number.doubleValue());
    }

    /** Keeps every fact that is short, and says of each other one how long it was. */
    private ObjectNode shortened(ObjectNode facts, int length) {
        ObjectNode kept = json.createObjectNode();
        int room = LIMIT / 2;
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            int size = fact.getKey().length() + fact.getValue().toString().length();
            JsonNode value = size <= LONGEST_KEPT_FACT ? fact.getValue() : TextNode.valueOf("[cut: " + size + " characters]");
            room -= fact.getKey().length() + value.toString().length() + 8;
            if (room > 0) {
                kept.set(fact.getKey(), value);
            }
        }
        return kept.put(CUT, "Facts of " + length + " characters were cut to fit " + LIMIT);
    }

    private static String canonical(JsonNode node) {
        try {
            return new JsonCanonicalizer(node.toString()).getEncodedString();
        } catch (IOException uncanonical) {
            throw new IllegalArgumentException("Facts must be plain values that JSON can hold", uncanonical);
        }
    }
}

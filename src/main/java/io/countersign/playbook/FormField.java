package io.countersign.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One field of a form, of which the server understands every rule. {@code options} are the values of a choice. */
record FormField(String key, String label, FieldType type, Set<String> options, JsonNode component) {

    /** What a component may say at all: how it looks, and the rules that are checked. */
    private static final Set<String> KNOWN = Set.of("id", "key", "type", "label", "description", "layout", "appearance", "subtype", "dateLabel",
            "timeLabel", "timeSerializingFormat", "timeInterval", "use24h", "text", "searchable", "validate", "values", "properties",
            "disallowPassedDates");

    /**
     * @return empty for a text that is only shown
     * @throws FieldRefused if any part of it is unknown
     */
    static Optional<FormField> from(JsonNode component) {
        String type = component.path("type").asText();
        allKnown("'%s'", component.fieldNames(), KNOWN);
        if (type.equals("text")) {
            return Optional.empty();
        }
        FieldType known = FieldType.of(type).orElseThrow(() -> new FieldRefused("kind of field '" + type + "'"));
        String key = component.path("key").asText();
        if (key.isBlank()) {
            throw new FieldRefused("a field without a key");
        }
        allKnown("rule '%s'", component.path("validate").fieldNames(), known.rules());
        allKnown("property '%s'", component.path("properties").fieldNames(), known.properties());
        String label = component.path("label").asText(component.path("dateLabel").asText(key));
        isFlag(component.path("validate").path("required"));
        isFlag(component.path("disallowPassedDates"));
        return Optional.of(new FormField(key, label, known, options(component), component));
    }

    boolean required() {
        return component.path("validate").path("required").asBoolean();
    }

    boolean disallowsPassedDates() {
        return component.path("disallowPassedDates").asBoolean();
    }

    String text(String name) {
        return component.path(name).asText();
    }

    /** A rule such as {@code maxLength}, as text. */
    Optional<String> rule(String name) {
        return Optional.ofNullable(component.path("validate").get(name)).map(JsonNode::asText);
    }

    /** A rule or, for what Camunda Forms has no rule for, a custom property, as a number. @throws FieldRefused if it is none */
    Optional<BigDecimal> limit(String name) {
        return rule(name).or(() -> Optional.ofNullable(component.path("properties").get(name)).map(JsonNode::asText)).map(text -> {
            try {
                return new BigDecimal(text.strip());
            } catch (NumberFormatException notANumber) {
                throw new FieldRefused("has a limit '" + name + "' that is no number; ask the owner of the playbook to mend it");
            }
        });
    }

    private static void isFlag(JsonNode node) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw new FieldRefused("a rule that is neither true nor false");
        }
    }

    private static void allKnown(String words, Iterator<String> names, Set<String> known) {
        names.forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new FieldRefused(words.formatted(name));
            }
        });
    }

    private static Set<String> options(JsonNode component) {
        Set<String> options = new LinkedHashSet<>();
        component.path("values").forEach(value -> options.add(value.path("value").asText()));
        return options;
    }
}

package io.countersign.playbook;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of fields that can be checked, each with the rules it knows and how its value is read. */
enum FieldType {
    TEXTFIELD(Set.of("required", "minLength", "maxLength", "pattern", "validationType"), Set.of(), (field, raw, now) -> TextValue.line(field, raw)),
    TEXTAREA(Set.of("required", "minLength", "maxLength"), Set.of(), (field, raw, now) -> TextValue.lines(field, raw)),
    NUMBER(Set.of("required", "min", "max"), Set.of(), (field, raw, now) -> ScalarValue.number(field, raw)),
    RADIO(Set.of("required"), Set.of(), (field, raw, now) -> TextValue.choice(field, raw)),
    SELECT(Set.of("required"), Set.of(), (field, raw, now) -> TextValue.choice(field, raw)),
    CHECKBOX(Set.of("required"), Set.of(), (field, raw, now) -> ScalarValue.checkbox(field, raw)),
    /** {@code earliestInDays} and {@code latestInDays} count from today, in UTC. */
    DATETIME(Set.of("required"), Set.of("earliestInDays", "latestInDays"), TimeValue::read);

    private final Set<String> rules;
    private final Set<String> properties;
    private final Reader reader;

    FieldType(Set<String> rules, Set<String> properties, Reader reader) {
        this.rules = rules;
        this.properties = properties;
        this.reader = reader;
    }

    static Optional<FieldType> of(String component) {
        return Arrays.stream(values()).filter(type -> type.name().toLowerCase(Locale.ROOT).equals(component)).findFirst();
    }

    Set<String> rules() {
        return rules;
    }

    Set<String> properties() {
        return properties;
    }

    /** @throws FieldRefused if the value breaks a rule of the field */
    Object read(FormField field, Object raw, Instant now) {
        return reader.read(field, raw, now);
    }

    private interface Reader {
        Object read(FormField field, Object raw, Instant now);
    }
}

package io.countersign.playbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.playbook.FormResult.Accepted;
import io.countersign.playbook.FormResult.Problem;
import io.countersign.playbook.FormResult.Refused;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Checks what was sent for a Camunda Form against that form, because the engine does not. Whatever it does not know (a kind
 * of component, a rule, a value without a field) is refused: a rule that the browser shows but nobody enforces is no rule.
 */
@Component
public class TaskForms {

    private final ObjectMapper json;
    private final InstantSource clock;

    TaskForms(ObjectMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What of a form the server could not check; empty for a form that may be deployed. */
    List<Problem> uncheckable(String form) {
        List<Problem> problems = new ArrayList<>();
        fields(form, problems);
        return problems;
    }

    /**
     * @param form      the {@code .form} file, as deployed
     * @param submitted values by field key, as JSON or an HTML form gives them; blank text counts as not sent
     */
    public FormResult check(String form, Map<String, ?> submitted) {
        List<Problem> problems = new ArrayList<>();
        Map<String, FormField> fields = fields(form, problems);
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        submitted.keySet().stream().filter(key -> !fields.containsKey(key)).sorted()
                .forEach(key -> problems.add(new Problem(key, "The form has no such field")));
        Map<String, Object> values = new TreeMap<>();
        fields.forEach((key, field) -> read(field, submitted.get(key), values, problems));
        return problems.isEmpty() ? new Accepted(values) : new Refused(problems);
    }

    private Map<String, FormField> fields(String form, List<Problem> problems) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        for (JsonNode component : components(form, problems)) {
            collect(component, fields, problems);
        }
        return fields;
    }

    private Iterable<JsonNode> components(String form, List<Problem> problems) {
        try {
            JsonNode components = json.readTree(form).path("components");
            if (components.isArray() && !components.isEmpty()) {
                return components;
            }
        } catch (JsonProcessingException unreadable) {
            // Told below: the text may hold anything, so it is not repeated.
        }
        problems.add(new Problem("", "The form cannot be read; ask the owner of the playbook to mend it"));
        return List.of();
    }

    private static void collect(JsonNode component, Map<String, FormField> fields, List<Problem> problems) {
        try {
            FormField.from(component).ifPresent(field -> {
                if (fields.putIfAbsent(field.key(), field) != null) {
                    problems.add(new Problem(field.key(), "The form has this field twice; ask the owner of the playbook to mend it"));
                }
            });
        } catch (FieldRefused unsupported) {
            String key = component.path("key").asText(component.path("id").asText());
            problems.add(new Problem(key, "The server cannot check this part of the form (" + unsupported.getMessage()
                    + "); ask the owner of the playbook to mend it"));
        }
    }

    private void read(FormField field, Object raw, Map<String, Object> values, List<Problem> problems) {
        boolean absent = raw == null || raw instanceof String text && text.isBlank();
        try {
            if (!absent) {
                values.put(field.key(), field.type().read(field, raw, clock.instant()));
            } else if (field.required()) {
                problems.add(new Problem(field.key(), field.label() + " is missing"));
            }
        } catch (FieldRefused refused) {
            problems.add(new Problem(field.key(), field.label() + " " + refused.getMessage()));
        }
    }
}

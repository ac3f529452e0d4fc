package io.countersign.desk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.desk.web.FormSheet.Field;
import io.countersign.desk.web.FormSheet.Option;
import io.countersign.playbook.FormResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Lays out the forms that designers own, keeping what a person typed and saying what is wrong with it. It checks nothing: {@code TaskForms} does. */
@Component
class FormSheets {

    private final ObjectMapper json;

    FormSheets(ObjectMapper json) {
        this.json = json;
    }

    FormSheet blank(String address, String form) {
        return sheet(address, form, Map.of(), List.of());
    }

    /** @param problems why nothing was changed; those with a key stand at their field as well */
    FormSheet again(String address, String form, Map<String, String> typed, List<FormResult.Problem> problems) {
        return sheet(address, form, typed, problems);
    }

    private FormSheet sheet(String address, String form, Map<String, String> typed, List<FormResult.Problem> problems) {
        Map<String, String> byKey = problems.stream()
                .collect(Collectors.toMap(FormResult.Problem::key, FormResult.Problem::message, (one, other) -> one + " " + other));
        try {
            List<Field> fields = new ArrayList<>();
            json.readTree(form).path("components").forEach(component -> fields.add(field(component, typed::get, byKey::get)));
            return new FormSheet(address, json.writeValueAsString(typed), fields, problems.stream().map(FormResult.Problem::message).distinct().toList());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The form of this playbook cannot be read. Ask the owner of the playbook to mend it.", unreadable);
        }
    }

    private static Field field(JsonNode component, Function<String, String> typed, Function<String, String> problem) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        List<Option> options = StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> new Option(option.path("value").asText(), option.path("label").asText())).toList();
        return new Field(type.equals("datetime") ? component.path("subtype").asText() : type, key,
                component.path("label").asText(component.path("dateLabel").asText(component.path("text").asText())), component.path("description").asText(),
                component.path("validate").path("required").asBoolean(), options, typed.apply(key), problem.apply(key));
    }
}

package io.countersign.designer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * An element template as Camunda Modeler reads it.
 *
 * @param element       the BPMN type that it makes or marks, without prefix
 * @param definition    for events, the type of the event definition that must be there already; else empty
 * @param documentation a page that says more
 */
record ElementTemplate(String id, String name, String description, String element, String definition, Icon icon, String documentation, List<Field> fields) {

    static final int VERSION = 1;
    private static final String PREFIX = "io.countersign.";
    private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final Map<String, String> GROUPS = Map.of("step", "This step", "who", "Who");
    private static final ObjectMapper JSON = new ObjectMapper();

    ElementTemplate {
        id = PREFIX + id;
        fields = List.copyOf(fields);
    }

    boolean isTask() {
        return element.endsWith("Task");
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode().put("$schema", SCHEMA).put("id", id).put("version", VERSION).put("name", name)
                .put("description", description).put("documentationRef", documentation);
        if (isTask()) {
            json.withArray("appliesTo").add("bpmn:Task");
            json.putObject("elementType").put("value", "bpmn:" + element);
        } else {
            json.withArray("appliesTo").add("bpmn:" + element);
        }
        json.putObject("icon").put("contents", icon.uri());
        GROUPS.keySet().stream().sorted().filter(this::uses)
                .forEach(group -> json.withArray("groups").add(JSON.createObjectNode().put("id", group).put("label", GROUPS.get(group))));
        fields.forEach(field -> json.withArray("properties").add(field.json()));
        return json;
    }

    @Override
    public String toString() {
        return id;
    }

    private boolean uses(String group) {
        return fields.stream().anyMatch(field -> field.json().path("group").asText().equals(group));
    }
}

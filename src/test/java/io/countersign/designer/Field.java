package io.countersign.designer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.action.ActionType;
import java.util.List;

/** One field of an element template: what a designer sees of it, and the attribute or extension property that it writes. */
record Field(ObjectNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTRIBUTE = "property";
    private static final String PROPERTY = "camunda:property";

    /** Part of the vocabulary that nobody has to see. */
    static Field fixed(String attribute, String value) {
        return of("Hidden", ATTRIBUTE, attribute, value);
    }

    static Field fixedProperty(String property, String value) {
        return of("Hidden", PROPERTY, property, value);
    }

    static Field name(String value) {
        Field field = of("String", ATTRIBUTE, "name", value).shown("step", "Name", "What people read in the diagram, in the inbox and in the history.");
        field.json.putObject("constraints").put("notEmpty", true);
        return field;
    }

    static Field text(String binding, String name, String value, String pattern, String hint) {
        Field field = of("String", binding, name, value);
        ObjectNode constraints = field.json.putObject("constraints").put("notEmpty", true);
        constraints.putObject("pattern").put("value", pattern).put("message", hint);
        return field;
    }

    static Field teams() {
        return text(ATTRIBUTE, "camunda:candidateGroups", "soc", "^[a-z][a-z0-9-]*(,[a-z][a-z0-9-]*)*$", "Ids of teams, separated by commas")
                .shown("who", "Teams", "Ids of the teams that see the task. For what policy assessed, the teams that it names take their place.");
    }

    static Field owner() {
        return text(PROPERTY, "countersign.owner", "soc", "^[a-z][a-z0-9-]*$", "The id of one team")
                .shown("who", "Owner", "Id of the team that answers for this playbook.");
    }

    static Field versionTag() {
        return text(ATTRIBUTE, "camunda:versionTag", "1.0", "^[0-9]+(\\.[0-9]+)*$", "Numbers with dots between")
                .shown("step", "Version", "What you call this version; people compare versions by it.");
    }

    static Field history() {
        Field field = of("Dropdown", ATTRIBUTE, "camunda:historyTimeToLive", "P3650D").shown("step", "History is kept", "Auditors read it.");
        field.choice("10 years", "P3650D").choice("15 years", "P5475D");
        return field;
    }

    /** Which action of the playbook a step is about, by its element id, which is its id in the catalogue. */
    static Field about(String property, String label, List<ActionType> actions) {
        Field field = of("Dropdown", PROPERTY, property, "").shown("step", label, "The element id of that action in this playbook, which is its id in the catalogue.");
        field.choice("Choose an action", "");
        actions.forEach(action -> field.choice(action.name() + " (" + action.id() + ")", action.id()));
        field.json.putObject("constraints").put("notEmpty", true);
        return field;
    }

    private static Field of(String type, String binding, String name, String value) {
        ObjectNode json = JSON.createObjectNode().put("type", type);
        if (value != null) {
            json.put("value", value);
        }
        json.set("binding", JSON.createObjectNode().put("type", binding).put("name", name));
        return new Field(json);
    }

    private Field shown(String group, String label, String description) {
        json.put("label", label).put("description", description).put("group", group);
        return this;
    }

    private Field choice(String name, String value) {
        json.withArray("choices").add(JSON.createObjectNode().put("name", name).put("value", value));
        return this;
    }

    JsonNode binding() {
        return json.path("binding");
    }
}

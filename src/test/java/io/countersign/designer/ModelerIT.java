package io.countersign.designer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.countersign.action.Catalogues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What a designer sees and gets in Camunda Modeler, by the public libraries that it is built from, in a real browser. */
class ModelerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCHEMA = Path.of("src/test/frontend/node_modules/@camunda/element-templates-json-schema/resources/schema.json");
    private static final String CHOICE = "block-address";
    private static Modeler modeler;

    @BeforeAll
    static void start() {
        modeler = new Modeler();
    }

    @AfterAll
    static void close() {
        if (modeler != null) {
            modeler.close();
        }
    }

    static Stream<Path> playbooks() throws IOException {
        return PlaybookTemplatesTest.playbooks();
    }

    static Stream<ElementTemplate> templates() {
        return new ElementTemplates(Catalogues.shipped().all()).files().values().stream().flatMap(List::stream);
    }

    @Test
    void everyTemplateKeepsTheOfficialSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate(Modeler.templates())).isEmpty();
        ArrayNode broken = Modeler.templates();
        ((ObjectNode) broken.get(0)).remove("appliesTo");
        assertThat(schema.validate(broken)).as("a template that applies to nothing").isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void aPlaybookOpensWithAllTemplatesRecognisedAndLosesNothingWhenItIsSaved(Path file) throws IOException {
        String xml = Files.readString(file);
        JsonNode opened = modeler.open(xml, Modeler.templates());
        assertThat(opened.path("errors")).isEmpty();
        assertThat(opened.path("warnings")).isEmpty();
        assertThat(opened.path("states")).hasSizeGreaterThan(20).allSatisfy(state -> assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("linked"));
        String saved = opened.path("xml").asText();
        assertThat(Statements.without(xml, saved)).as("lost").isEmpty();
        assertThat(Statements.without(saved, xml)).as("added").isEmpty();
        assertThat(modeler.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateMakesExactlyTheVocabulary(ElementTemplate template) {
        JsonNode made = modeler.apply(template, CHOICE);
        assertThat(made.path("errors")).isEmpty();
        Element element = Statements.find(made.path("xml").asText(), made.path("element").asText());
        Map<String, String> attributes = Statements.attributes(element);
        attributes.keySet().removeAll(List.of("id", "isExecutable"));
        assertThat(element.getLocalName()).isEqualToIgnoringCase(template.element());
        assertThat(attributes).isEqualTo(expected(template, "property"));
        assertThat(properties(element)).isEqualTo(expected(template, "camunda:property"));
        assertThat(made.path("shown").asText()).contains(template.name());
        template.fields().stream().map(field -> field.json().path("label").asText()).filter(label -> !label.isEmpty())
                .forEach(label -> assertThat(made.path("labels")).as("fields in the panel").anyMatch(shown -> shown.asText().startsWith(label)));
    }

    @Test
    void whatIsMissingOrOutdatedOrLostIsNoticed() throws IOException {
        String xml = Files.readString(playbooks().findFirst().orElseThrow());
        ArrayNode fewer = Modeler.templates();
        fewer.removeIf(template -> template.path("id").asText().equals("io.countersign.recommend"));
        assertThat(modeler.open(xml, fewer).path("states")).anyMatch(state -> state.path("state").asText().equals("missing"));
        ArrayNode newer = Modeler.templates();
        newer.forEach(template -> ((ObjectNode) template).put("version", ElementTemplate.VERSION + 1));
        assertThat(modeler.open(xml, newer).path("states")).isNotEmpty().allMatch(state -> state.path("state").asText().equals("outdated"));
        ArrayNode broken = JSON.createArrayNode().add(Modeler.templates().get(0).deepCopy());
        ((ObjectNode) broken.get(0)).putArray("properties").addObject().put("type", "Dropdown").putObject("binding").put("type", "camunda:property");
        assertThat(modeler.open(xml, broken).path("errors")).isNotEmpty();
        assertThat(Statements.of(xml.replaceFirst("<camunda:property name=\"countersign.approves\"[^>]*>", ""))).isNotEqualTo(Statements.of(xml));
        assertThat(Statements.of(xml.replaceFirst("\\$\\{inForce}", "\\${!inForce}"))).isNotEqualTo(Statements.of(xml));
        assertThat(Statements.of(xml.replaceFirst("What: ", "What:"))).isNotEqualTo(Statements.of(xml));
    }

    private static Map<String, String> expected(ElementTemplate template, String binding) {
        Map<String, String> expected = new TreeMap<>();
        if (binding.equals("property")) {
            expected.put("{bpmn}modelerTemplate", template.id());
            expected.put("{bpmn}modelerTemplateVersion", String.valueOf(ElementTemplate.VERSION));
        }
        template.fields().stream().filter(field -> field.binding().path("type").asText().equals(binding)).forEach(field -> expected.put(
                field.binding().path("name").asText().replace("camunda:", "{bpmn}"), field.json().path("value").asText().isEmpty() ? CHOICE : field.json().path("value").asText()));
        return expected;
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> properties = new TreeMap<>();
        var found = element.getElementsByTagNameNS("http://camunda.org/schema/1.0/bpmn", "property");
        for (int index = 0; index < found.getLength(); index++) {
            properties.put(((Element) found.item(index)).getAttribute("name"), ((Element) found.item(index)).getAttribute("value"));
        }
        return properties;
    }
}

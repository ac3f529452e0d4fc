package io.countersign.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever opens a shipped playbook in Camunda Modeler finds each step under the template that makes such steps. Run once with
 * {@code -Dcountersign.templates.write=true}, this test writes the two attributes where they lack.
 */
class PlaybookTemplatesTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static Stream<Path> playbooks() throws IOException {
        return Files.list(Path.of("bpmn")).filter(file -> file.toString().endsWith(".bpmn")).sorted();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyStepCarriesItsTemplate(Path file) throws IOException {
        if (Boolean.getBoolean("countersign.templates.write")) {
            write(file);
        }
        assertThat(differences(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @Test
    void aStepWithoutItsTemplateIsNamed() throws IOException {
        BpmnModelInstance model = Bpmn.readModelFromFile(playbooks().findFirst().orElseThrow().toFile());
        BaseElement element = model.getModelElementById("recommend-actions");
        element.setAttributeValueNs(CAMUNDA, "modelerTemplate", "io.countersign.undo");
        assertThat(differences(model)).singleElement().asString().contains("recommend-actions", "io.countersign.recommend");
    }

    private static void write(Path file) throws IOException {
        String text = Files.readString(file).replaceAll(" camunda:modelerTemplate(Version)?=\"[^\"]*\"", "");
        for (BaseElement element : Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(BaseElement.class)) {
            String id = TemplateOf.element(element, properties(element)).orElse(null);
            text = id == null ? text : text.replaceFirst("(<[^>]* id=\"" + element.getId() + "\"[^>]*?)(/?>)",
                    "$1 camunda:modelerTemplate=\"" + id + "\" camunda:modelerTemplateVersion=\"" + ElementTemplate.VERSION + "\"$2");
        }
        Files.writeString(file, text);
    }

    private static List<String> differences(BpmnModelInstance model) {
        return model.getModelElementsByType(BaseElement.class).stream().flatMap(element -> difference(element).stream()).toList();
    }

    private static Optional<String> difference(BaseElement element) {
        String expected = TemplateOf.element(element, properties(element)).map(id -> id + " " + ElementTemplate.VERSION).orElse("none");
        String id = element.getAttributeValueNs(CAMUNDA, "modelerTemplate");
        String actual = id == null ? "none" : id + " " + element.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion");
        return expected.equals(actual) ? Optional.empty() : Optional.of(element.getId() + ": should have template " + expected + ", has " + actual);
    }

    private static Map<String, String> properties(BaseElement element) {
        return element.getExtensionElements() == null ? Map.of() : element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list()
                .stream().flatMap(all -> all.getCamundaProperties().stream()).collect(Collectors.toMap(CamundaProperty::getCamundaName, CamundaProperty::getCamundaValue));
    }
}

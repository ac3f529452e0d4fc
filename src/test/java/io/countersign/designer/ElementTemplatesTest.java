package io.countersign.designer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.countersign.action.Catalogues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The templates that designers get are those that the vocabulary and the catalogue give. After a change of either, run this test once
 * with {@code -Dcountersign.templates.write=true} and commit the files.
 */
class ElementTemplatesTest {

    static final Path FOLDER = Path.of("bpmn/.camunda/element-templates");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<ElementTemplate>> files = new ElementTemplates(Catalogues.shipped().all()).files();

    @Test
    void theFilesAreWhatTheVocabularyAndTheCatalogueGive() throws IOException {
        for (Map.Entry<String, List<ElementTemplate>> file : files.entrySet()) {
            ArrayNode expected = JSON.createArrayNode();
            file.getValue().forEach(template -> expected.add(template.json()));
            Path path = FOLDER.resolve(file.getKey());
            if (Boolean.getBoolean("countersign.templates.write")) {
                Files.writeString(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n");
            }
            assertThat(JSON.readTree(path.toFile())).as(file.getKey()).isEqualTo(expected);
        }
        try (Stream<Path> there = Files.list(FOLDER)) {
            assertThat(there.map(path -> path.getFileName().toString())).containsExactlyInAnyOrderElementsOf(files.keySet());
        }
    }

    @Test
    void everyActionOfTheCatalogueHasATemplate() {
        assertThat(files.get("countersign-actions.json")).hasSameSizeAs(Catalogues.shipped().all());
    }

    @Test
    void noTemplateWritesAnythingOutsideTheVocabulary() {
        Set<String> bindings = new TreeSet<>();
        all().forEach(template -> template.fields().forEach(field -> bindings.add(field.binding().path("type").asText() + " " + field.binding().path("name").asText())));
        assertThat(bindings).containsExactlyInAnyOrder("property name", "property camunda:type", "property camunda:topic", "property camunda:delegateExpression",
                "property camunda:decisionRef", "property camunda:decisionRefBinding", "property camunda:formRef", "property camunda:formRefBinding",
                "property camunda:candidateGroups", "property camunda:versionTag", "property camunda:historyTimeToLive",
                "camunda:property countersign.action", "camunda:property countersign.irreversible", "camunda:property countersign.assesses",
                "camunda:property countersign.approves", "camunda:property countersign.level", "camunda:property countersign.undoes",
                "camunda:property countersign.byHand", "camunda:property countersign.resolves", "camunda:property countersign.reviews",
                "camunda:property countersign.owner");
    }

    @Test
    void everyTemplateHasItsOwnIdAnIconAndAPageThatSaysMore() {
        assertThat(all()).extracting(ElementTemplate::id).doesNotHaveDuplicates();
        assertThat(all()).allSatisfy(template -> {
            JsonNode json = template.json();
            assertThat(json.at("/icon/contents").asText()).startsWith("data:image/svg+xml,").hasSizeLessThan(1000);
            assertThat(json.path("documentationRef").asText()).startsWith("https://");
            assertThat(json.path("description").asText()).isNotBlank();
        });
    }

    private List<ElementTemplate> all() {
        return files.values().stream().flatMap(List::stream).collect(Collectors.toList());
    }
}

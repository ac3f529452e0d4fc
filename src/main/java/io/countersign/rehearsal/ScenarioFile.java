package io.countersign.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;

/** Reads a script from YAML; what its schema does not allow is refused with the field's place. */
final class ScenarioFile {

    static final Set<String> VERBS = Set.of("assessed", "approve", "refuse", "expire", "byHand", "action", "resolve", "review", "wait", "order", "product", "change", "standsAt");
    private static final int LARGEST = 256 * 1024;

    private ScenarioFile() {
    }

    static Scenario read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ScenarioInvalid(file + " has more than " + LARGEST + " bytes");
            }
            ObjectMapper yaml = new ObjectMapper(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).registerModule(new JavaTimeModule());
            JsonNode script = yaml.readTree(file.toFile());
            requireSchema(file, script);
            requireOneVerb(file, script.path("steps"));
            return yaml.treeToValue(script, Scenario.class);
        } catch (JsonProcessingException broken) {
            throw new ScenarioInvalid(file + ": " + broken.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new ScenarioInvalid(file + " cannot be read");
        }
    }

    private static void requireSchema(Path file, JsonNode script) throws IOException {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        List<String> problems = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(new ClassPathResource("proof/scenario.schema.json").getInputStream(), config).validate(script).stream().map(ValidationMessage::getMessage).sorted().toList();
        if (!problems.isEmpty()) {
            throw new ScenarioInvalid(file + ": " + String.join("; ", problems));
        }
    }

    private static void requireOneVerb(Path file, JsonNode steps) {
        for (int i = 0; i < steps.size(); i++) {
            List<String> verbs = StreamSupport.stream(((Iterable<String>) steps.get(i)::fieldNames).spliterator(), false).filter(VERBS::contains).toList();
            if (verbs.size() != 1) {
                throw new ScenarioInvalid(file + ": /steps/" + i + ": says " + (verbs.isEmpty() ? "none" : String.join(" and ", verbs)) + " of " + VERBS.stream().sorted().toList()
                        + "; a step says one");
            }
        }
    }
}

package io.countersign.action;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Reads a catalogue file entry by entry; what the schema or an entry's class of reversibility does not allow is refused by name. */
class CatalogueFile {

    private final String file;
    private final Resource resource;

    CatalogueFile(Resource resource) {
        this.resource = resource;
        this.file = String.valueOf(resource.getFilename());
    }

    List<ActionType> read() {
        JsonNode root = parse();
        schema().validate(root).stream().min(Comparator.comparing(ValidationMessage::getMessage)).ifPresent(message -> {
            throw refusal(root, message);
        });
        return actions(root);
    }

    /** Of a file that was held against the schema before; to load the schema takes longer than all the rest. */
    List<ActionType> readAgain() {
        return actions(parse());
    }

    private List<ActionType> actions(JsonNode root) {
        return StreamSupport.stream(root.path("actions").spliterator(), false).map(this::action).toList();
    }

    private JsonNode parse() {
        YAMLFactory yaml = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        try (InputStream in = resource.getInputStream()) {
            return new ObjectMapper(yaml).readTree(in);
        } catch (IOException unreadable) {
            throw new CatalogueInvalid(file, "it cannot be read as YAML: " + unreadable.getMessage(), unreadable);
        }
    }

    private JsonSchema schema() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        try (InputStream in = new ClassPathResource("action/catalogue.schema.json").getInputStream()) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
        } catch (IOException unreadable) {
            throw new CatalogueInvalid(file, "its schema cannot be read", unreadable);
        }
    }

    /** The pointer reads {@code /actions/3/lease}; people look for the entry's id. */
    private CatalogueInvalid refusal(JsonNode root, ValidationMessage message) {
        String[] path = message.getInstanceLocation().toString().split("/");
        String entry = path.length > 2 ? root.at("/actions/" + path[2] + "/id").asText("number " + path[2]) : "-";
        String field = path.length > 3 ? path[3] : Optional.ofNullable(message.getProperty()).orElse("-");
        return new CatalogueInvalid(file, entry, field, message.getMessage());
    }

    private ActionType action(JsonNode entry) {
        String id = entry.path("id").textValue();
        Reversibility reversibility = Reversibility.valueOf(entry.path("reversibility").textValue());
        for (String field : List.of("/inverse", "/lease", "/d3fend/undo", "/openc2/undo")) {
            checkPresence(id, reversibility, field, entry.at(field).isMissingNode());
        }
        return new ActionType(id, entry.path("name").textValue(), targetKind(id, entry.path("target").textValue()), reversibility,
                text(entry.path("inverse")), lease(id, entry.path("lease")), texts(entry.path("parameters")), texts(entry.path("side-effects")),
                texts(entry.at("/d3fend/do")), texts(entry.at("/d3fend/undo")), entry.at("/openc2/do").textValue(),
                text(entry.at("/openc2/undo")), texts(entry.path("mitigations")));
    }

    private void checkPresence(String id, Reversibility reversibility, String field, boolean missing) {
        if (reversibility.lasting() == missing) {
            throw new CatalogueInvalid(file, id, field.substring(1).replace('/', '.'), reversibility.lasting()
                    ? "an action of class " + reversibility + " lasts, so it must say how it is undone and when"
                    : "an action of class " + reversibility + " leaves nothing that could be undone, so it must not be there");
        }
    }

    private TargetKind targetKind(String id, String name) {
        return Arrays.stream(TargetKind.values()).filter(kind -> kind.name().equals(name)).findFirst().orElseThrow(() ->
                new CatalogueInvalid(file, id, "target", "'" + name + "' is none of " + Arrays.toString(TargetKind.values())));
    }

    private Duration lease(String id, JsonNode lease) {
        if (lease.isMissingNode()) {
            return Duration.ZERO;
        }
        try {
            Duration duration = Duration.parse(lease.textValue());
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeException unreadable) {
            throw new CatalogueInvalid(file, id, "lease", "'" + lease.textValue() + "' is not an ISO 8601 duration such as PT4H");
        }
        throw new CatalogueInvalid(file, id, "lease", "it must be longer than zero");
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
    }
}

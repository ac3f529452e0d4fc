package io.countersign.incident.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.countersign.incident.IncidentSettings;
import io.countersign.incident.RecordProblem;
import io.countersign.incident.intake.RecordSplitter.Slice;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns the bytes of one record into a normalized alert: parse, check against the schema of its format, map. Has no effect. */
@Component
public final class AlertReader {

    private final Map<String, AlertFormat> formats = new TreeMap<>();
    private final Map<String, JsonSchema> schemas = new TreeMap<>();
    private final RecordParser parser;
    private final int maxObservables;

    AlertReader(List<AlertFormat> known, IncidentSettings settings) {
        this.parser = new RecordParser(settings.maxDepth(), (int) settings.maxRecordSize().toBytes());
        this.maxObservables = settings.maxObservables();
        known.forEach(format -> {
            formats.put(format.name(), format);
            schemas.put(format.name(), schema(format.name()));
        });
    }

    /** The formats that can be read, by name. */
    public Set<String> formats() {
        return Set.copyOf(formats.keySet());
    }

    /** @throws RecordRejected if the record is not an alert of that format */
    public NormalizedAlert read(String format, byte[] body, Slice at) {
        JsonNode record = parser.parse(body, at.from(), at.to());
        for (ValidationMessage failure : schemas.get(format).validate(record)) {
            String pointer = PlainText.of("." + failure.getInstanceLocation(), 300).substring(1);
            throw new RecordRejected(RecordProblem.malformed(pointer, "Not a " + format + " alert: " + PlainText.of(failure.getError(), 300)));
        }
        return formats.get(format).map(new Fields(record), new Mentions(maxObservables));
    }

    private static JsonSchema schema(String format) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).failFast(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(AlertReader.class.getResourceAsStream("/incident/" + format + "-alert.schema.json"), config);
    }
}

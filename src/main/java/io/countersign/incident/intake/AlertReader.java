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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns the bytes of one record into a normalized alert: parse, check against the schema of its format, map. Has no effect. */
@Component
public final class AlertReader {

    private static final Logger log = LoggerFactory.getLogger(AlertReader.class);

    private final Map<String, AlertFormat> formats = new TreeMap<>();
    private final Map<String, JsonSchema> schemas = new TreeMap<>();
    private final RecordParser parser;
    private final IncidentSettings settings;

    AlertReader(List<AlertFormat> known, IncidentSettings settings) {
        this.parser = new RecordParser(settings.maxDepth(), (int) settings.maxRecordSize().toBytes());
        this.settings = settings;
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
        if (at.length() > settings.maxRecordSize().toBytes()) {
            throw new RecordRejected(RecordProblem.overLimit("", "A record of " + at.length() + " bytes; at most "
                    + settings.maxRecordSize().toBytes() + " are taken."));
        }
        JsonNode record = parser.parse(body, at.from(), at.to());
        for (ValidationMessage failure : schemas.get(format).validate(record)) {
            String pointer = PlainText.of("." + failure.getInstanceLocation(), 300).substring(1);
            throw new RecordRejected(RecordProblem.malformed(pointer, "Not a " + format + " alert: " + PlainText.of(failure.getError(), 300)));
        }
        return map(formats.get(format), record);
    }

    /** A mapping that fails is a fault of ours, but must cost one record, not the request; it is loud in the log. */
    private NormalizedAlert map(AlertFormat format, JsonNode record) {
        try {
            return format.map(new Fields(record), new Mentions(settings.maxObservables()));
        } catch (RuntimeException fault) {
            log.error("alert.mapping-failed format={}", format.name(), fault);
            throw new RecordRejected(RecordProblem.malformed("", "This record could not be understood; the fault is in Countersign and is in its log."));
        }
    }

    private static JsonSchema schema(String format) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).failFast(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(AlertReader.class.getResourceAsStream("/incident/" + format + "-alert.schema.json"), config);
    }
}

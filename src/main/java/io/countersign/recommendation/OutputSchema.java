package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form that every recommender's output has, {@code recommendation/output.schema.json}. */
@Component
class OutputSchema {

    private final JsonSchema schema;

    OutputSchema() throws IOException {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        try (InputStream in = new ClassPathResource("recommendation/output.schema.json").getInputStream()) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in, config);
        }
        schema.initializeValidators();
    }

    /** What does not fit; empty when all does. */
    List<String> problems(JsonNode output) {
        return schema.validate(output).stream().map(Object::toString).sorted().toList();
    }
}

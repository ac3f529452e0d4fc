package io.countersign.connector.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Attributes as the text of a jsonb column. */
@Component
class SandboxJson {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {
    };

    private final ObjectMapper mapper;

    SandboxJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Map<String, String> read(String text) {
        try {
            return mapper.readValue(text, ATTRIBUTES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Stored sandbox attributes are not readable", unreadable);
        }
    }

    String write(Map<String, String> attributes) {
        try {
            return mapper.writeValueAsString(attributes);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Sandbox attributes could not be written", unwritable);
        }
    }
}

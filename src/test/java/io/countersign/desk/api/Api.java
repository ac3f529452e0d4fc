package io.countersign.desk.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.road.Organisation;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Calls the API as a person with a password does. */
@Component
class Api {

    private final TestRestTemplate http;
    private final Organisation organisation;

    Api(@Lazy TestRestTemplate http, Organisation organisation) {
        this.http = http;
        this.organisation = organisation;
    }

    Answer get(String person, String path, Object... values) {
        return answer(as(person).getForEntity(path, String.class, values));
    }

    Answer post(String person, String path, Map<String, ?> body, Object... values) {
        return answer(as(person).postForEntity(path, body, String.class, values));
    }

    private TestRestTemplate as(String person) {
        organisation.exists();
        return http.withBasicAuth(person, organisation.password(person));
    }

    private static Answer answer(ResponseEntity<String> entity) {
        return new Answer(entity.getStatusCode().value(), String.valueOf(entity.getHeaders().getContentType()), entity.getBody());
    }

    /** What came back. */
    record Answer(int status, String type, String body) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("Not JSON: " + body, notJson);
            }
        }
    }
}

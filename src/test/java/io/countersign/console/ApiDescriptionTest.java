package io.countersign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.testing.CountersignTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@CountersignTest
class ApiDescriptionTest {

    @Autowired
    WebApplicationContext context;
    @Autowired
    ObjectMapper json;

    @Test
    void theApiIsDescribedAndNothingElse() throws Exception {
        JsonNode described = described();
        assertThat(described.at("/info/title").asText()).isEqualTo("Countersign");
        assertThat(described.path("paths").fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/"))
                .contains("/api/alerts/{source}", "/api/incidents", "/api/people", "/api/agents");
    }

    @Test
    void everyOperationNamesItsSecurityAndItsProblems() throws Exception {
        List<String> wanting = new ArrayList<>();
        described().path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            JsonNode about = operation.getValue();
            if (about.path("security").isEmpty() || about.at("/responses/default/content").isEmpty()) {
                wanting.add(operation.getKey() + " " + path.getKey());
            }
        }));
        assertThat(wanting).isEmpty();
        assertThat(described().at("/paths/~1api~1alerts~1{source}/post/security/0").has("source-token")).isTrue();
    }

    private JsonNode described() throws Exception {
        return json.readTree(MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build()
                .perform(get("/v3/api-docs").with(user("somebody").roles("AUDITOR"))).andReturn().getResponse().getContentAsString());
    }
}

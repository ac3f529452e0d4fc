package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.testing.CountersignTest;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is deployed and reachable, over the API. */
@CountersignTest
class LibraryApiTest {

    @Autowired
    Api api;

    @Test
    void aDrawingIsReadUnderTheIdOfItsVersion() {
        JsonNode playbook = api.get("eli", "/api/playbooks").json().get(0);
        assertThat(playbook.get("definition").asText()).contains(":");
        Api.Answer drawing = api.get("eli", "/api/playbooks/" + playbook.get("definition").asText() + "/bpmn");
        assertThat(drawing.type()).startsWith("application/xml");
        assertThat(drawing.body()).contains("<bpmn:process id=\"" + playbook.get("key").asText() + "\"");
        Api.Answer unknown = api.get("eli", "/api/playbooks/none:1:x/bpmn");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.type()).startsWith("application/problem+json");
    }

    @Test
    void aDecisionIsReadUnderTheIdOfItsVersion() {
        String decision = api.get("eli", "/api/decisions").json().get(0).get("definition").asText();
        assertThat(api.get("eli", "/api/decisions/" + decision + "/dmn").body()).contains("decisionTable");
    }

    @Test
    void theCatalogueIsListed() {
        assertThat(api.get("eli", "/api/actions").json()).hasSizeGreaterThan(20)
                .anySatisfy(action -> assertThat(action.get("id").asText()).isEqualTo("isolate-host"));
    }

    @Test
    void eachConnectorIsCheckedInTheBackground() {
        Awaitility.await().untilAsserted(() -> assertThat(api.get("eli", "/api/connectors").json()).isNotEmpty()
                .allSatisfy(connector -> assertThat(connector.get("usable").asBoolean()).isTrue()));
        assertThat(api.get("ada", "/actuator/health/readiness").json().get("status").asText()).isEqualTo("UP");
    }

    @Test
    void stuckWorkIsListedAndOnlyWhatIsStuckIsTriedAgain() {
        assertThat(api.get("eli", "/api/stuck").json().get("items").isArray()).isTrue();
        assertThat(api.post("ana", "/api/stuck/none/retry", Map.of()).status()).isEqualTo(404);
        assertThat(api.post("ada", "/api/stuck/none/retry", Map.of()).status()).as("an administrator").isEqualTo(403);
    }

    @Test
    void theDescriptionNamesEveryOrderAndShowsIdsAsText() {
        JsonNode description = api.get("eli", "/v3/api-docs").json();
        assertThat(description.at("/paths").has("/api/approvals/{id}/decision")).isTrue();
        assertThat(description.at("/components/schemas/PlaybookRun/properties/incident/type").asText()).isEqualTo("string");
    }
}

package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.organisation.LoadOrganisation;
import io.countersign.organisation.OrganisationFile;
import io.countersign.organisation.OrganisationRefused;
import io.countersign.testing.CountersignTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Guardrails, overrides and dry runs over REST, and guardrails from a file. */
@CountersignTest
class GuardrailApiTest {

    private static final String REASON = "Agreed with the owner";

    @Autowired
    Api api;
    @Autowired
    LoadOrganisation organisation;

    private final String id = "api-" + UUID.randomUUID();

    @Test
    void aGuardrailIsPutSwitchedOffAndListed() {
        Map<String, Object> row = Map.of("id", id, "kind", "BUDGET", "name", "Deleted files", "tier", "DENY", "actionType", "delete-file", "window", "PT24H", "most", 3);
        assertThat(api.post("ana", "/api/guardrails", row).status()).as("an analyst").isEqualTo(403);
        assertThat(api.post("ada", "/api/guardrails", row).status()).isEqualTo(204);
        assertThat(find()).isTrue();
        assertThat(api.post("ada", "/api/guardrails", Map.of("id", id, "kind", "BUDGET", "name", "Deleted files", "tier", "DENY")).status()).as("no window").isEqualTo(400);
        assertThat(api.post("ada", "/api/guardrails/{id}/state", Map.of("enabled", false, "reason", "no"), id).status()).isEqualTo(422);
        assertThat(api.post("ada", "/api/guardrails/{id}/state", Map.of("enabled", false, "reason", REASON), "no-such").status()).isEqualTo(404);
        assertThat(api.post("ada", "/api/guardrails/{id}/state", Map.of("enabled", false, "reason", REASON), id).status()).isEqualTo(204);
        assertThat(find()).isFalse();
    }

    @Test
    void anOverrideTakesTwo() {
        Map<String, Object> ask = Map.of("guardrail", "last-resolver", "actionType", "isolate-host", "target", id + ".corp.example", "reason", REASON);
        assertThat(api.post("ada", "/api/guardrails/overrides", ask).status()).as("an administrator").isEqualTo(403);
        String asked = api.post("sam", "/api/guardrails/overrides", ask).json().get("id").asText();
        Map<String, Object> yes = Map.of("granted", true, "reason", REASON);
        assertThat(api.post("sam", "/api/guardrails/overrides/{id}/decision", yes, asked).status()).as("alone").isEqualTo(403);
        assertThat(api.post("eva", "/api/guardrails/overrides/{id}/decision", yes, asked).status()).isEqualTo(204);
        assertThat(api.post("ben", "/api/guardrails/overrides/{id}/decision", yes, asked).status()).as("once").isEqualTo(409);
        assertThat(api.get("eli", "/api/guardrails/overrides").json().at("/items/0/decision/person").asText()).isEqualTo("eva");
    }

    @Test
    void aDryRunIsBegunAndEnded() {
        Map<String, Object> order = Map.of("scope", "PLAYBOOK", "name", "quarantine-phishing-campaign", "reason", REASON);
        assertThat(api.post("ana", "/api/dry-runs", order).status()).as("an analyst").isEqualTo(403);
        assertThat(api.post("gil", "/api/dry-runs", order).status()).isEqualTo(204);
        String run = api.get("eli", "/api/dry-runs").json().get(0).get("id").asText();
        assertThat(api.post("ada", "/api/dry-runs/{id}/end", Map.of("reason", REASON), run).status()).as("an administrator").isEqualTo(403);
        assertThat(api.post("gil", "/api/dry-runs/{id}/end", Map.of("reason", REASON), run).status()).isEqualTo(204);
        assertThat(api.get("eli", "/api/dry-runs").json()).isEmpty();
    }

    @Test
    void guardrailsComeFromTheFileOfAnOrganisationToo() throws IOException {
        api.get("eli", "/api/guardrails");
        load("guardrails: [{id: %s, kind: FREEZE, name: End of the year, tier: DENY, actionType: delete-file, from: 2040-12-20T00:00:00Z, until: 2041-01-07T00:00:00Z}]".formatted(id));
        assertThat(find()).isTrue();
        Assertions.assertThatThrownBy(() -> load("guardrails: [{id: %s, kind: FREEZE, name: A, tier: DENY, team: no-such-team}]".formatted(id)))
                .isInstanceOf(OrganisationRefused.class).hasMessageContaining("no team");
        load("guardrails: [{id: %s, kind: FREEZE, name: End of the year, tier: DENY, enabled: false}]".formatted(id));
        assertThat(find()).isFalse();
    }

    private void load(String file) throws IOException {
        organisation.load(OrganisationFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))), true, Actor.person("ada"));
    }

    /** Whether it counts. */
    private boolean find() {
        return StreamSupport.stream(api.get("eli", "/api/guardrails").json().spliterator(), false).filter(row -> row.get("id").asText().equals(id)).findFirst().orElseThrow()
                .get("enabled").asBoolean();
    }
}

package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.playbook.GateFiles;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.LinkedMultiValueMap;

/** Every way in is the same gate: Modeler, the API, and the pages, over real HTTP. */
@CountersignTest
class GateWaysTest {

    private static final String REASONS = "Read every line of it, twice";

    @LocalServerPort
    int port;
    @Autowired
    Api api;
    @Autowired
    Organisation organisation;
    @Autowired
    RepositoryService repository;

    private final String key = "ways-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(key).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void modelerIsToldEachFindingWithItsRuleAndPlace() {
        ModelerCalls.Reply reply = modeler().deploy(key, Map.of(key + ".bpmn", GateFiles.unproved(GateFiles.isolate(key))));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("message").asText()).startsWith("ENGINE-09005 Could not parse BPMN process. Errors: \n* A4 ")
                .contains("To mend it:", "| resource " + key + ".bpmn", "| line ", "| element approve-isolate-host");
        nothingIsInTheEngine();
    }

    @Test
    void modelerGetsTheSubmissionWhereASecondPersonHasToLook() {
        ModelerCalls.Reply reply = modeler().deploy(key, Map.of(key + ".bpmn", GateFiles.isolate(key)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("deployedProcessDefinitions")).isEmpty();
        assertThat(api.get("eli", "/api/submissions/{id}", reply.json().get("id").asText()).json().get("state").asText()).isEqualTo("WAITING");
        nothingIsInTheEngine();
    }

    @Test
    void theApiAnswersWithFindingsTracesAndMends() {
        Api.Answer answer = upload("dora", GateFiles.unproved(GateFiles.isolate(key)));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).startsWith("application/problem+json");
        JsonNode finding = answer.json().at("/findings/0");
        assertThat(finding.get("rule").asText()).isEqualTo("A4");
        assertThat(finding.get("element").asText()).isEqualTo("approve-isolate-host");
        assertThat(finding.at("/mend/text").asText()).isNotBlank();
        String kept = answer.json().get("submission").asText();
        assertThat(api.get("eli", "/api/submissions/{id}", kept).json().at("/proofs/0/findings/0/rule").asText()).isEqualTo("A4");
        assertThat(api.get("eli", "/api/submissions/{id}/files/{file}", kept, key + ".bpmn").body()).contains("bpmn:process id=\"" + key);
        nothingIsInTheEngine();
    }

    @Test
    void aSecondPersonActivatesOverTheApiAndItsAuthorDoesNot() {
        Api.Answer sent = upload("dan", GateFiles.isolate(key));
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String id = sent.json().at("/waiting/id").asText();
        String seal = api.get("gil", "/api/submissions/{id}", id).json().at("/outlook/seal").asText();
        Map<String, String> said = Map.of("rationale", REASONS, "seal", seal);
        assertThat(api.post("dan", "/api/submissions/{id}/activate", said, id)).satisfies(refused -> {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("detail").asText()).contains("You sent this yourself");
        });
        assertThat(api.post("dora", "/api/submissions/{id}/activate", said, id).status()).isEqualTo(403);
        assertThat(api.post("ada", "/api/submissions/{id}/activate", said, id).status()).isEqualTo(403);
        assertThat(api.post("gil", "/api/submissions/{id}/activate", Map.of("rationale", "x", "seal", seal), id).json().at("/fields/0/name").asText()).isEqualTo("rationale");
        assertThat(api.post("gil", "/api/submissions/{id}/activate", Map.of("rationale", REASONS, "seal", "x"), id).status()).isEqualTo(409);
        nothingIsInTheEngine();
        assertThat(api.post("gil", "/api/submissions/{id}/activate", said, id).status()).isEqualTo(200);
        assertThat(api.get("eli", "/api/playbooks/{key}/versions", key).json().at("/0/proof/rules").asText()).isNotBlank();
        assertThat(upload("dan", GateFiles.isolate(key)).status()).as("the same again").isEqualTo(200);
        assertThat(upload("dora", GateFiles.documented(GateFiles.isolate(key))).status()).as("no authority gained").isEqualTo(201);
        assertThat(api.get("eli", "/api/playbooks/{key}/diff?from=1&to=2", key).json().get("process").asText()).isEqualTo(key);
        assertThat(api.get("eli", "/api/playbooks/{key}/moves", key).json()).isEmpty();
        assertThat(api.get("eli", "/api/playbooks/standing").body()).contains(key);
    }

    @Test
    void whatIsTurnedDownOverTheApiStaysOut() {
        String id = upload("dora", GateFiles.isolate(key)).json().at("/waiting/id").asText();
        assertThat(api.get("eli", "/api/submissions?waiting=true&limit=200").body()).contains(id);
        assertThat(api.post("gil", "/api/submissions/{id}/refuse", Map.of("rationale", REASONS), id).status()).isEqualTo(204);
        assertThat(api.post("gil", "/api/submissions/{id}/refuse", Map.of("rationale", REASONS), id).status()).isEqualTo(409);
        assertThat(api.get("eli", "/api/submissions?waiting=true&limit=200").body()).doesNotContain(id);
        assertThat(upload("ana", GateFiles.isolate(key)).status()).as("an analyst").isEqualTo(403);
        nothingIsInTheEngine();
    }

    private Api.Answer upload(String person, String playbook) {
        LinkedMultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("name", key);
        parts.add("files", new ByteArrayResource(playbook.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return key + ".bpmn";
            }
        });
        return api.post(person, "/api/playbooks", parts);
    }

    private ModelerCalls modeler() {
        return new ModelerCalls(port).basic("dora", organisation.password("dora"));
    }

    private void nothingIsInTheEngine() {
        assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
    }
}

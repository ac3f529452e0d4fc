package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.desk.api.ModelerCalls.Reply;
import io.countersign.people.DeployToken;
import io.countersign.people.DeployTokens;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What Camunda Modeler does when a designer presses Deploy, over real HTTP. */
@CountersignTest
class ModelerApiTest {

    @LocalServerPort
    int port;
    @Autowired
    Organisation organisation;
    @Autowired
    DeployTokens tokens;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final String name = "modeler " + UUID.randomUUID();
    private ModelerCalls modeler;

    @BeforeEach
    void aDesigner() {
        organisation.exists();
        modeler = new ModelerCalls(port).basic("dora", organisation.password("dora"));
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(name).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void theConnectionTestTellsGoodCredentialsFromBadOnes() {
        assertThat(modeler.get("/engine-rest/deployment?maxResults=0")).isEqualTo(new Reply(200, "[]"));
        assertThat(modeler.get("/engine-rest/version").json().get("version").asText()).matches("7\\.\\d+\\.\\d+");
        assertThat(new ModelerCalls(port).get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(401);
        assertThat(new ModelerCalls(port).basic("dora", "wrong").get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(401);
        assertThat(new ModelerCalls(port).bearer("wrong").get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(401);
        assertThat(new ModelerCalls(port).basic("ana", organisation.password("ana")).get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(403);
    }

    @Test
    void aDiagramIsDeployedInTheNameOfTheDesigner() throws Exception {
        Reply reply = modeler.deploy(name, Map.of("isolate-infected-host.bpmn", isolate()));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        JsonNode made = reply.json();
        JsonNode definition = made.get("deployedProcessDefinitions").elements().next();
        assertThat(definition.get("key").asText()).isEqualTo("isolate-infected-host");
        assertThat(made.get("deployedProcessDefinitions").has(definition.get("id").asText())).isTrue();
        assertThat(jdbc.sql("select actor from evidence where kind = 'PLAYBOOK_DEPLOYED' and facts->>'deployment' = ?").param(made.get("id").asText())
                .query(String.class).single()).isEqualTo("dora");
        assertThat(modeler.deploy(name, Map.of("isolate-infected-host.bpmn", isolate())).json().get("id")).isEqualTo(made.get("id"));
    }

    @Test
    void attachmentsGoAlong() throws Exception {
        String tier = Files.readString(Path.of("bpmn/decisions/risk-tier.dmn"));
        Reply reply = modeler.deploy(name, Map.of("isolate-infected-host.bpmn", isolate(), "risk-tier.dmn", tier.replaceFirst("name=\"[^\"]*\"", "name=\"Mine\"")));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().get("deployedDecisionDefinitions")).hasSize(1);
    }

    @Test
    void aDeployTokenDeploysAndDoesNothingElse() throws Exception {
        DeployToken.Issued issued = tokens.issue("dora", "Modeler in a test", 1);
        ModelerCalls byToken = new ModelerCalls(port).bearer(issued.secret());
        assertThat(byToken.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(200);
        assertThat(byToken.deploy(name, Map.of("isolate-infected-host.bpmn", isolate())).status()).isEqualTo(200);
        assertThat(byToken.get("/api/playbooks").status()).isEqualTo(401);
        tokens.revoke("dora", issued.token().id());
        assertThat(byToken.get("/engine-rest/deployment?maxResults=0").status()).isEqualTo(401);
    }

    @Test
    void aBrokenDiagramIsShownAsOne() throws Exception {
        Reply reply = modeler.deploy(name, Map.of("broken.bpmn", isolate().replaceFirst("sourceRef=\"start\"", "sourceRef=\"nowhere\"")));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("message").asText()).startsWith("ENGINE-09005 Could not parse BPMN process. Errors: \n* ")
                .contains("nowhere", "resource broken.bpmn", "| line ");
    }

    @Test
    void everyRefusalHasAMessage() throws Exception {
        assertThat(modeler.deploy(name, Map.of("a.groovy", "1")).json().get("message").asText()).contains(".bpmn, .dmn or .form");
        assertThat(modeler.deploy(name, Map.of("a.bpmn", "x".repeat((1 << 20) + 1))).status()).isEqualTo(413);
        assertThat(modeler.deploy(name, Map.of("a.bpmn", "x".repeat((1 << 20) + 1))).json().get("message").asText()).isNotBlank();
        assertThat(modeler.with("tenant-id", "t1").deploy(name, Map.of("a.bpmn", isolate())).json().get("message").asText()).contains("no tenants");
        assertThat(new ModelerCalls(port).basic("ana", organisation.password("ana")).deploy(name, Map.of("a.bpmn", isolate())).status()).isEqualTo(403);
        assertThat(new ModelerCalls(port).get("/engine-rest/version").json().get("message").asText()).isNotBlank();
    }

    @Test
    void aPasswordThatABrowserRemembersIsNotEnoughForAnotherSite() throws Exception {
        Map<String, String> files = Map.of("isolate-infected-host.bpmn", isolate());
        assertThat(modeler.header("Origin", "https://elsewhere.example").deploy(name, files).status()).isEqualTo(403);
        assertThat(modeler.header("Origin", "null").deploy(name, files).status()).isEqualTo(403);
        assertThat(modeler.header("Cookie", "COUNTERSIGN=x").deploy(name, files).status()).isEqualTo(403);
        assertThat(modeler.header("Origin", "file://").deploy(name, files).status()).as("Modeler itself").isEqualTo(200);
    }

    @Test
    void aRunIsStartedForAnIncidentByWhoWorksIncidents() {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey("isolate-infected-host").latestVersion().singleResult().getId();
        Map<String, Object> start = Map.of("businessKey", "INC-999999999", "variables", Map.of());
        assertThat(modeler.start(definition, start).status()).as("a designer").isEqualTo(403);
        ModelerCalls analyst = new ModelerCalls(port).basic("ana", organisation.password("ana"));
        assertThat(analyst.start(definition, start)).satisfies(reply -> {
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.json().get("message").asText()).contains("There is no incident INC-999999999");
        });
        assertThat(analyst.start(definition, Map.of("businessKey", "x")).json().get("message").asText()).contains("INC-31");
        assertThat(analyst.start(definition, Map.of("businessKey", "INC-1", "variables", Map.of("tier", "AUTONOMOUS"))).json().get("message").asText())
                .contains("takes no variables");
    }

    @Test
    void theLinksThatModelerShowsLeadToOurPages() throws Exception {
        JsonNode addresses = new ModelerCalls(port).get("/.well-known/camunda-automation-platform/webapps").json();
        String cockpit = addresses.get("cockpitUrl").asText().replaceFirst("/?$", "/");
        String deployment = modeler.deploy(name, Map.of("isolate-infected-host.bpmn", isolate())).json().get("id").asText();
        String query = "?deploymentsQuery=%5B%7B%22type%22:%22id%22,%22operator%22:%22eq%22,%22value%22:%22" + deployment + "%22%7D%5D";
        int version = repository.createProcessDefinitionQuery().deploymentId(deployment).singleResult().getVersion();
        ModelerCalls page = modeler.asPage("dora", organisation.password("dora"));
        assertThat(page.leadsTo(cockpit + "repository" + query))
                .endsWith("/playbooks/isolate-infected-host?version=" + version);
        assertThat(page.leadsTo(cockpit + "repository?deploymentsQuery=nonsense")).endsWith("/playbooks");
        assertThat(page.leadsTo(cockpit + "process-instance/abc")).endsWith("/runs/abc");
    }

    @Test
    void nothingMoreOfTheEnginesApiIsThere() {
        assertThat(handlers.getHandlerMethods().keySet().stream().flatMap(info -> info.getPatternValues().stream()).filter(path -> path.startsWith("/engine-rest"))
                .collect(Collectors.toSet())).containsExactlyInAnyOrder("/engine-rest/deployment", "/engine-rest/version", "/engine-rest/deployment/create",
                "/engine-rest/process-definition/{id}/start");
        for (String path : List.of("process-instance", "task", "process-definition", "deployment/x", "deployment/x/resources", "external-task", "user",
                "authorization", "history/process-instance", "engine", "metrics", "identity/verify", "message", "job")) {
            assertThat(modeler.get("/engine-rest/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(modeler.get("/engine-rest/deployment?maxResults=10").status()).isEqualTo(400);
    }

    private static String isolate() throws Exception {
        return Files.readString(Path.of("bpmn/isolate-infected-host.bpmn"));
    }
}

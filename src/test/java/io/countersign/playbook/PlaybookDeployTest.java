package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person sends is deployed whole, once, with what it binds, and on the record; or not at all. */
@CountersignTest
class PlaybookDeployTest {

    @Autowired
    PlaybookDeploy deploy;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private final String name = "test " + UUID.randomUUID();

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(name).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void aPlaybookAloneIsBoundToTheLatestDecisionAndForms() {
        DeployResult result = send(Map.of("isolate-infected-host.bpmn", isolate()));
        assertThat(result.unchanged()).isFalse();
        assertThat(result.playbooks()).extracting(PlaybookVersion::key).containsExactly("isolate-infected-host");
        assertThat(result.decisions()).extracting(PlaybookLibrary.DecisionVersion::key).containsExactly("risk-tier");
        assertThat(repository.getDeploymentResourceNames(result.deployment())).contains("isolate-infected-host.bpmn", "risk-tier.dmn", "approve-containment.form",
                "carry-out-by-hand.form", "decide-outcome.form", "review-rollback.form").doesNotContain("select-playbook.dmn");
    }

    @Test
    void theSameFilesUnderTheSameNameAreDeployedOnce() {
        DeployResult first = send(Map.of("isolate-infected-host.bpmn", isolate()));
        DeployResult again = send(Map.of("isolate-infected-host.bpmn", isolate()));
        assertThat(again.unchanged()).isTrue();
        assertThat(again.deployment()).isEqualTo(first.deployment());
        assertThat(again.playbooks()).isEqualTo(first.playbooks());
        assertThat(evidence("PLAYBOOK_DEPLOYED")).hasSize(1);
    }

    @Test
    void itIsOnTheRecordWithThePersonAndTheHashOfEachFile() {
        send(Map.of("isolate-infected-host.bpmn", isolate()));
        assertThat(evidence("PLAYBOOK_DEPLOYED")).singleElement().asString().startsWith("dora ").contains("isolate-infected-host", "\"risk-tier.dmn\"")
                .containsPattern("\"isolate-infected-host.bpmn\": ?\"[0-9a-f]{64}\"");
    }

    @Test
    void whatCannotBeParsedIsRefusedWithItsPlaceAndOnTheRecord() {
        String broken = isolate().replaceFirst("sourceRef=\"start\"", "sourceRef=\"nowhere\"");
        assertThatThrownBy(() -> send(Map.of("broken.bpmn", broken))).isInstanceOfSatisfying(DeployRefused.class, refused ->
                assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.file()).isEqualTo("broken.bpmn");
                    assertThat(problem.line()).isPositive();
                }));
        assertThat(evidence("PLAYBOOK_REFUSED")).singleElement().asString().startsWith("dora ").contains("nowhere");
        assertThat(repository.createDeploymentQuery().deploymentName(name).count()).isZero();
    }

    @Test
    void oneBadFileKeepsTheOthersOutToo() {
        refuses(Map.of("isolate-infected-host.bpmn", isolate(), "policy.dmn", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"a\" "
                + "name=\"a\" namespace=\"a\"><decision id=\"other\"><decisionTable><input/></decisionTable></decision></definitions>"), "policy.dmn");
        assertThat(repository.createDeploymentQuery().deploymentName(name).count()).isZero();
    }

    @Test
    void aDocumentTypeIsRefused() {
        refuses(Map.of("a.bpmn", "<!DOCTYPE definitions [<!ENTITY x \"y\">]>" + isolate().replaceFirst("<\\?xml[^>]*>", "")), "DOCTYPE");
        refuses(Map.of("a.dmn", "<!DOCTYPE d SYSTEM \"file:///etc/hostname\"><d/>"), "DOCTYPE");
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysIsRefused() {
        refuses(Map.of("a.bpmn", "<definitions/>"), "BPMN 2.0");
        refuses(Map.of("a.dmn", isolate()), "DMN");
        refuses(Map.of("a.bpmn", "no xml"), "read as XML");
        refuses(Map.of("a.form", "no json"), "not JSON");
        refuses(Map.of("a.bpmn", "<a>".repeat(5000)), "BPMN 2.0");
    }

    @Test
    void deepNestingIsRefused() {
        String start = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\"><process id=\"deep\" isExecutable=\"true\">";
        refuses(Map.of("a.bpmn", start + "<subProcess>".repeat(20_000)), "nested more than");
    }

    @Test
    void aFormThatTheServerCouldNotCheckIsRefused() {
        refuses(Map.of("a.form", "{\"id\":\"a\",\"components\":[{\"type\":\"filepicker\",\"key\":\"x\"}]}"), "cannot check");
    }

    @Test
    void whatIsBoundByDeploymentMustBeSomewhere() {
        refuses(Map.of("a.bpmn", isolate().replaceFirst("formRef=\"carry-out-by-hand\"", "formRef=\"nobody-has-it\"")), "form nobody-has-it");
        refuses(Map.of("a.bpmn", isolate(), "risk-tier.dmn", "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"a\" name=\"a\" "
                + "namespace=\"a\"/>"), "does not define the decision risk-tier");
    }

    @Test
    void limitsAndKindsOfFilesAreKept() {
        refuses(Map.of(), "at least one file");
        refuses(Map.of("a.groovy", "1"), ".bpmn, .dmn or .form");
        refuses(Map.of("../a.bpmn", "1"), "without a folder");
        refuses(Map.of("a.bpmn", ""), "empty");
        refuses(Map.of("a.bpmn", " ".repeat((1 << 20) + 1)), "1 MiB");
        refuses(java.util.stream.IntStream.range(0, 21).boxed().collect(java.util.stream.Collectors.toMap(number -> number + ".form", number -> "{}")), "at most 20");
        assertThatThrownBy(() -> new DeployRequest("countersign", "Camunda Modeler", Map.of("a.bpmn", new byte[1]), "dora")).hasMessageContaining("ships");
    }

    private void refuses(Map<String, String> files, String because) {
        assertThatThrownBy(() -> send(files)).isInstanceOf(DeployRefused.class).hasMessageContaining(because);
    }

    private DeployResult send(Map<String, String> files) {
        Map<String, byte[]> bytes = new java.util.HashMap<>();
        files.forEach((file, content) -> bytes.put(file, content.getBytes(StandardCharsets.UTF_8)));
        return deploy.deploy(new DeployRequest(name, "Camunda Modeler", bytes, "dora"));
    }

    private List<String> evidence(String kind) {
        return jdbc.sql("select actor || ' ' || facts::text from evidence where kind = ? and facts->>'name' = ? order by number").params(kind, name)
                .query(String.class).list();
    }

    private static String isolate() {
        try {
            return new ClassPathResource("bpmn/isolate-infected-host.bpmn").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

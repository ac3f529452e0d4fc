package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.playbook.GovernanceRefused.Because;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractThrowableAssert;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What gains authority waits for a second person; what gains none does not. */
@CountersignTest
class GovernanceTest {

    private static final String REASONS = "Read every line of it, twice";

    @Autowired
    PlaybookDeploy deploy;
    @Autowired
    Governance governance;
    @Autowired
    Submissions submissions;
    @Autowired
    PlaybookCatalogue catalogue;
    @Autowired
    PlaybookStarter starter;
    @Autowired
    Organisation organisation;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;

    private final String key = "govern-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(key).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void theFirstVersionOfAPlaybookWaitsAndNothingOfItIsInTheEngine() {
        DeployResult result = send(GateFiles.isolate(key), "dora");
        Submission waiting = result.waiting().orElseThrow();
        assertThat(waiting.waits()).isTrue();
        assertThat(waiting.changes()).singleElement().satisfies(changes -> assertThat(changes.gainsAuthority()).isTrue());
        assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
        assertThat(starter.mayStart(key)).isFalse();
        assertThat(evidence("PLAYBOOK_WAITING")).singleElement().asString().startsWith("dora ").contains("It may now do “Isolate the host”");
        assertThat(send(GateFiles.isolate(key), "dora")).as("the same again").satisfies(again -> {
            assertThat(again.unchanged()).isTrue();
            assertThat(again.waiting().orElseThrow().id()).isEqualTo(waiting.id());
        });
    }

    @Test
    void aGovernorWhoDidNotSendItActivatesItWithReasons() {
        UUID waiting = send(GateFiles.isolate(key), "dora").waiting().orElseThrow().id();
        DeployResult made = governance.activate(waiting, "gil", REASONS, seal(waiting));
        assertThat(made.playbooks()).extracting(PlaybookVersion::key).containsExactly(key);
        assertThat(starter.mayStart(key)).isTrue();
        assertThat(submissions.find(waiting).orElseThrow().state()).isEqualTo(Submission.State.ACTIVE);
        assertThat(catalogue.versions(key)).singleElement().satisfies(version -> {
            assertThat(version.submission().orElseThrow().verdict().orElseThrow().person()).isEqualTo("gil");
            assertThat(version.proof().orElseThrow().holds()).isTrue();
        });
        assertThat(evidence("PLAYBOOK_DECIDED")).singleElement().asString().startsWith("gil ").contains(REASONS, "ACTIVATED", "dora");
        assertThat(evidence("PLAYBOOK_DEPLOYED")).singleElement().asString().startsWith("gil ").contains("\"dora\"");
        refused(Because.DECIDED, () -> governance.activate(waiting, "dan", REASONS, ""));
    }

    @Test
    void nobodyElseActivatesIt() {
        UUID waiting = send(GateFiles.isolate(key), "dan").waiting().orElseThrow().id();
        refused(Because.NOT_ALLOWED, () -> governance.activate(waiting, "dan", REASONS, seal(waiting))).hasMessageContaining("You sent this yourself");
        refused(Because.NOT_ALLOWED, () -> governance.activate(waiting, "dora", REASONS, seal(waiting)));
        refused(Because.NOT_ALLOWED, () -> governance.activate(waiting, "ada", REASONS, seal(waiting)));
        refused(Because.UNREASONED, () -> governance.activate(waiting, "gil", "  short   ", seal(waiting)));
        refused(Because.CHANGED, () -> governance.activate(waiting, "gil", REASONS, "something else"));
        refused(Because.UNKNOWN, () -> governance.activate(UUID.randomUUID(), "gil", REASONS, ""));
        assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
    }

    @Test
    void whatGainsNothingIsActiveAtOnceAndWhatGainsWaitsBesideIt() {
        UUID first = send(GateFiles.isolate(key), "dora").waiting().orElseThrow().id();
        governance.activate(first, "gil", REASONS, seal(first));
        DeployResult second = send(GateFiles.documented(GateFiles.isolate(key)), "dora");
        assertThat(second.waiting()).as(() -> second.waiting().orElseThrow().changes().toString()).isEmpty();
        assertThat(second.playbooks()).singleElement().satisfies(made -> assertThat(made.version()).isEqualTo(2));
        assertThat(catalogue.changes(key, 1, 2).orElseThrow().gainsAuthority()).isFalse();
        DeployResult third = send(GateFiles.gaining(GateFiles.isolate(key)), "dora");
        assertThat(third.waiting()).isPresent();
        assertThat(catalogue.versions(key)).filteredOn(VersionStanding::starts).singleElement().satisfies(starts -> assertThat(starts.version().version()).isEqualTo(2));
    }

    @Test
    void whatIsTurnedDownStaysOutWithTheReasonsForItsAuthor() {
        UUID waiting = send(GateFiles.isolate(key), "dora").waiting().orElseThrow().id();
        governance.turnDown(waiting, "gil", "Not before the drill next week");
        assertThat(submissions.find(waiting).orElseThrow()).satisfies(said -> {
            assertThat(said.state()).isEqualTo(Submission.State.TURNED_DOWN);
            assertThat(said.verdict().orElseThrow().rationale()).contains("drill");
        });
        refused(Because.DECIDED, () -> governance.activate(waiting, "gil", REASONS, ""));
        assertThat(starter.mayStart(key)).isFalse();
    }

    @Test
    void whoLookedBeforeSomethingElseBecameActiveLooksAgain() {
        UUID first = send(GateFiles.isolate(key), "dora").waiting().orElseThrow().id();
        UUID other = send(GateFiles.gaining(GateFiles.isolate(key)), "dora").waiting().orElseThrow().id();
        String seen = seal(other);
        governance.activate(first, "gil", REASONS, seal(first));
        refused(Because.CHANGED, () -> governance.activate(other, "gil", REASONS, seen));
        governance.activate(other, "gil", REASONS, seal(other));
        assertThat(catalogue.versions(key)).hasSize(2);
    }

    @Test
    void theDecisionThatChoosesPlaybooksWaitsToo() {
        DeployResult result = deploy.deploy(new DeployRequest(key, "a test", java.util.Map.of("select-playbook.dmn",
                GateFiles.decision("select-playbook").replaceFirst("name=\"[^\"]*\"", "name=\"Mine\"").getBytes(java.nio.charset.StandardCharsets.UTF_8)), "dora"));
        assertThat(result.waiting().orElseThrow().changes()).singleElement().satisfies(changes -> assertThat(changes.gainsAuthority()).isTrue());
    }

    @Test
    void whatIsOnTheBooksIsNeverChanged() {
        for (String table : List.of("playbook_file", "playbook_bundle_file", "playbook_proof", "playbook_submission", "playbook_verdict", "playbook_deployment", "playbook_version")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update()).as(table).hasStackTraceContaining("permission denied");
        }
    }

    private DeployResult send(String playbook, String person) {
        return deploy.deploy(new DeployRequest(key, "a test", GateFiles.files(key, playbook), person));
    }

    private String seal(UUID submission) {
        return governance.outlook(submissions.find(submission).orElseThrow()).seal();
    }

    private static AbstractThrowableAssert<?, ?> refused(Because because, Runnable act) {
        return assertThatThrownBy(act::run).isInstanceOfSatisfying(GovernanceRefused.class, refused -> assertThat(refused.because()).isEqualTo(because));
    }

    private List<String> evidence(String kind) {
        return jdbc.sql("select actor || ' ' || facts::text from evidence where kind = ? and facts->>'name' = ? order by number").params(kind, key).query(String.class).list();
    }
}

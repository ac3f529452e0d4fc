package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.playbook.gate.Bundle;
import io.countersign.playbook.gate.Submission;
import io.countersign.proof.AuthorityProof;
import io.countersign.proof.Rule;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing reaches the engine unproved, whoever brings it; and what was proved stays what it was. */
@CountersignTest
class GateTest {

    @Autowired
    PlaybookDeploy deploy;
    @Autowired
    PlaybookDeployment shipped;
    @Autowired
    StoredVersions stored;
    @Autowired
    PlaybookCatalogue catalogue;
    @Autowired
    PlaybookStarter starter;
    @Autowired
    GateBooks books;
    @Autowired
    Companions companions;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;
    @Autowired
    RepositoryService repository;
    @Autowired
    ProcessEngine engine;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MovableClock clock;

    private final String key = "gate-" + UUID.randomUUID();

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(key).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void whatIsNotProvedIsRefusedWithFindingsAndOnTheRecord() {
        assertThatThrownBy(() -> send(GateFiles.unproved(GateFiles.isolate(key)))).isInstanceOfSatisfying(DeployRefused.class, refused -> {
            assertThat(refused.findings()).anySatisfy(found -> {
                assertThat(found.rule()).isEqualTo(Rule.A4);
                assertThat(found.element()).isEqualTo("approve-isolate-host");
            });
            assertThat(refused.problems()).allSatisfy(problem -> assertThat(problem.line()).isPositive());
            Submission kept = refused.submission().orElseThrow();
            assertThat(kept.state()).isEqualTo(Submission.State.REFUSED);
            assertThat(catalogue.proofs(kept)).singleElement().satisfies(proof -> assertThat(proof.findings()).isEqualTo(refused.findings()));
        });
        assertThat(jdbc.sql("select facts::text from evidence where kind = 'PLAYBOOK_REFUSED' and facts->>'name' = ?").param(key).query(String.class).single())
                .containsPattern("\"rules\": ?\\[\"A4\"");
        assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
        assertThat(catalogue.all()).filteredOn(one -> one.key().equals(key)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(PlaybookStanding.State.NOT_ACTIVE);
            assertThat(one.pending()).isPresent();
        });
    }

    @Test
    void whoAsksTheEngineItselfIsRefused() {
        String proved = GateFiles.isolate(key);
        for (Map.Entry<String, String> file : Map.of(key + ".bpmn", proved, "a.dmn", GateFiles.decision("risk-tier"), "a.form", "{\"id\":\"a\",\"components\":[]}").entrySet()) {
            assertThatThrownBy(() -> repository.createDeployment().name(key).addString(file.getKey(), file.getValue()).deploy())
                    .isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("did not come through Countersign's gate");
        }
        assertThat(repository.createDeploymentQuery().deploymentName(key).count()).isZero();
    }

    @Test
    void anAdmissionIsForExactlyTheFilesThatWereProved() {
        Bundle whole = whole(GateFiles.isolate(key));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> admission.admit(whole, () ->
                repository.createDeployment().name(key).addString(key + ".bpmn", GateFiles.gaining(GateFiles.isolate(key))).deploy())))
                .hasStackTraceContaining("did not come through Countersign's gate");
        assertThatThrownBy(() -> admission.admit(whole, () -> null)).isInstanceOf(IllegalStateException.class);
    }

    @Autowired
    io.countersign.playbook.gate.Admission admission;

    @Test
    void aRestartKeepsTheProofsAndDeploysNothingTwice() throws Exception {
        List<Long> before = counts();
        stored.adopt();
        shipped.deployShipped();
        stored.proveAgain();
        assertThat(counts()).isEqualTo(before);
        forgetWhatWasRead();
        assertThat(catalogue.versions("isolate-infected-host")).isNotEmpty().filteredOn(VersionStanding::starts).singleElement().satisfies(version -> {
            assertThat(version.proof().orElseThrow().holds()).isTrue();
            assertThat(version.proof().orElseThrow().rules()).isEqualTo(AuthorityProof.RULES);
            assertThat(version.submission().orElseThrow().author().kind()).isEqualTo(Actor.Kind.SYSTEM);
        });
        assertThat(repository.getProcessDefinition(catalogue.versions("isolate-infected-host").get(0).version().definition())).isNotNull();
    }

    @Test
    void whatIsReadAgainMustBeWhatCameThroughTheGate() {
        String definition = activate(GateFiles.isolate(key));
        forgetWhatWasRead();
        assertThat(repository.getProcessDefinition(definition)).isNotNull();
        jdbc.sql("update act_ge_bytearray set bytes_ = convert_to(replace(convert_from(bytes_, 'UTF8'), 'name=\"Isolate', 'name=\"Isolat'), 'UTF8') where name_ = ?")
                .param(key + ".bpmn").update();
        forgetWhatWasRead();
        assertThatThrownBy(() -> repository.getProcessDefinition(definition)).isInstanceOf(ProcessEngineException.class).hasStackTraceContaining("somebody changed it");
    }

    @Test
    void whatDoesNotHoldByTheRulesOfTodayStartsNoMoreAndItsRunsGoOn() {
        String definition = activate(GateFiles.unproved(GateFiles.isolate(key)));
        IncidentId incident = incident();
        PlaybookRunId run = starter.start(incident, key, "Before the rules changed", Actor.person("ana"));
        road.standsAt(run, "wait-while-in-force");
        stored.proveAgain();
        assertThat(starter.mayStart(key)).isFalse();
        assertThatThrownBy(() -> starter.start(incident(), key, "After the rules changed", Actor.person("ana"))).isInstanceOf(UnknownPlaybook.class).hasMessageContaining("suspended");
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceById(definition)).hasMessageContaining("suspended");
        assertThat(catalogue.all()).filteredOn(one -> one.key().equals(key)).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo(PlaybookStanding.State.SUSPENDED));
        assertThat(jdbc.sql("select facts::text from evidence where kind = 'PLAYBOOK_SUSPENDED' and facts->>'definition' = ?").param(definition).query(String.class).single())
                .contains("A4");
        forgetWhatWasRead();
        clock.advance(Duration.ofDays(3));
        assertThat(road.ended(run).outcome()).contains("observed");
    }

    private IncidentId incident() {
        String host = organisation.asset(ObservableKind.HOST, "gate-" + UUID.randomUUID() + ".corp.example", Criticality.LOW, Environment.DEVELOPMENT, Map.of());
        return road.alert("low", "T1498", Road.observable("host", host));
    }

    /** As a product with other rules would have done. */
    private String activate(String playbook) {
        Bundle whole = whole(playbook);
        return transaction.execute(status -> books.activate(books.shipped(key, whole, List.of(key)), whole, Actor.system("test"))).playbooks().get(0).definition();
    }

    private Bundle whole(String playbook) {
        return Bundle.of(transaction.execute(status -> companions.complete(GateFiles.files(key, playbook))));
    }

    private DeployResult send(String playbook) {
        return deploy.deploy(new DeployRequest(key, "a test", GateFiles.files(key, playbook), "dora"));
    }

    private List<Long> counts() {
        return List.of("playbook_proof", "playbook_submission", "playbook_version", "act_re_deployment").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()).toList();
    }

    private void forgetWhatWasRead() {
        var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
        cache.discardProcessDefinitionCache();
        cache.discardDecisionDefinitionCache();
    }
}

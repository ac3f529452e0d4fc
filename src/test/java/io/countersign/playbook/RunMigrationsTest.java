package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.playbook.GovernanceRefused.Because;
import io.countersign.playbook.gate.Submissions;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run stays on its version until a governor moves it, where its history allows it. */
@CountersignTest
class RunMigrationsTest {

    private static final String REASON = "The new one has the mended form";

    @Autowired
    PlaybookDeploy deploy;
    @Autowired
    Governance governance;
    @Autowired
    Submissions submissions;
    @Autowired
    RunMigrations migrations;
    @Autowired
    PlaybookStarter starter;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;
    @Autowired
    RepositoryService repository;
    @Autowired
    JdbcClient jdbc;

    private final String key = "move-" + UUID.randomUUID();

    @BeforeEach
    void aFirstVersion() {
        organisation.exists();
        activate(GateFiles.isolate(key));
    }

    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().deploymentName(key).list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void aRunThatWaitsForApprovalIsMovedAndGoesOn() {
        PlaybookRunId run = start(Criticality.CRITICAL, Environment.PRODUCTION);
        road.waitingApproval(run);
        activate(GateFiles.documented(GateFiles.isolate(key)));
        assertThat(migrations.offers(key)).singleElement().satisfies(offer -> {
            assertThat(offer.obstacle()).isEmpty();
            assertThat(offer.to()).isEqualTo(2);
        });
        migrations.move(run, "gil", REASON);
        assertThat(migrations.offers(key)).isEmpty();
        assertThat(repository.createProcessDefinitionQuery().processDefinitionId(road.find(run, found -> found.version() == 2).definition()).singleResult().getVersion()).isEqualTo(2);
        assertThat(jdbc.sql("select actor || ' ' || (facts->>'reason') from evidence where kind = 'RUN_MIGRATED' and playbook_run = ?").param(run.value()).query(String.class).single())
                .isEqualTo("gil " + REASON);
        road.refuse(run, "sam");
        road.ended(run);
    }

    @Test
    void whatItDidIsUndoneByTheVersionItWasMovedTo() {
        PlaybookRunId run = start(Criticality.LOW, Environment.DEVELOPMENT);
        road.standsAt(run, "wait-while-in-force");
        activate(GateFiles.documented(GateFiles.isolate(key)));
        migrations.move(run, "gil", REASON);
        road.rollBack(run);
        road.ended(run);
        assertThat(road.actions(run)).isNotEmpty().allSatisfy(row -> assertThat(row.state()).isEqualTo(ActionRunState.RESTORED));
    }

    @Test
    void aRunIsNotMovedWhereItsPlaceOrItsPastIsAnotherThing() {
        PlaybookRunId run = start(Criticality.LOW, Environment.DEVELOPMENT);
        road.standsAt(run, "wait-while-in-force");
        activate(GateFiles.isolate(key).replace("\"wait-while-in-force\"", "\"wait-as-long-as-in-force\""));
        assertThat(migrations.offers(key)).singleElement().satisfies(offer -> assertThat(offer.obstacle()).contains("wait-while-in-force"));
        refused(Because.NOT_POSSIBLE, () -> migrations.move(run, "gil", REASON));
        assertThat(road.find(run, found -> true).version()).isEqualTo(1);
        road.rollBack(run);
        road.ended(run);
    }

    @Test
    void onlyAGovernorMovesAndSaysWhy() {
        PlaybookRunId run = start(Criticality.CRITICAL, Environment.PRODUCTION);
        road.waitingApproval(run);
        refused(Because.NOT_POSSIBLE, () -> migrations.move(run, "gil", REASON));
        activate(GateFiles.documented(GateFiles.isolate(key)));
        refused(Because.NOT_ALLOWED, () -> migrations.move(run, "dora", REASON));
        refused(Because.NOT_ALLOWED, () -> migrations.move(run, "ana", REASON));
        refused(Because.UNREASONED, () -> migrations.move(run, "gil", "x"));
        refused(Because.UNKNOWN, () -> migrations.move(new PlaybookRunId("none"), "gil", REASON));
        road.refuse(run, "sam");
        road.ended(run);
    }

    private PlaybookRunId start(Criticality criticality, Environment environment) {
        String host = organisation.asset(ObservableKind.HOST, "move-" + UUID.randomUUID() + ".corp.example", criticality, environment, Map.of());
        IncidentId incident = road.alert("low", "T1498", Road.observable("host", host));
        return starter.start(incident, key, "For a test of moving", Actor.person("ana"));
    }

    private void activate(String playbook) {
        deploy.deploy(new DeployRequest(key, "a test", GateFiles.files(key, playbook), "dora")).waiting().ifPresent(waiting ->
                governance.activate(waiting.id(), "gil", "Looked at it for this test", governance.outlook(submissions.find(waiting.id()).orElseThrow()).seal()));
    }

    private static void refused(Because because, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(GovernanceRefused.class, refused -> assertThat(refused.because()).isEqualTo(because));
    }
}

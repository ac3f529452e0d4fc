package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.DeployRequest;
import io.countersign.playbook.DeployResult;
import io.countersign.playbook.PlaybookDeploy;
import io.countersign.playbook.StuckWork;
import io.countersign.report.CaseFiles;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Whoever can reach the engine, past the product, can neither keep an effect from coming back nor have it made twice. */
@CountersignTest
class NoWayAroundTest {

    private static final String ACTION = "block-address";
    private static final String PLAYBOOK = "block-malicious-address";

    @Autowired
    Play play;

    @Autowired
    Engine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    PlaybookDeploy gate;

    @Autowired
    PlaybookRuns runs;

    @Autowired
    CaseFiles files;

    @Autowired
    StuckWork stuck;

    @Test
    void aLeaseEndsAlthoughItsInstanceIsSuspended() {
        Walk walk = inForce();
        runtime.suspendProcessInstanceById(walk.run().value());
        engine.look();
        assertThat(resumed(walk)).isZero();
        play.clock.advance(Duration.ofDays(2));
        engine.look();
        walk.endsAs("Released and observed");
        walk.allBack();
        assertThat(resumed(walk)).isEqualTo(1);
    }

    @Test
    void aLeaseEndsAlthoughItsPlaybookIsSuspendedWithAllItsInstances() {
        Walk walk = inForce();
        String definition = runs.find(walk.run()).orElseThrow().definition();
        repository.suspendProcessDefinitionById(definition, true, null);
        try {
            play.clock.advance(Duration.ofDays(2));
            engine.look();
            walk.endsAs("Released and observed");
            walk.allBack();
        } finally {
            repository.activateProcessDefinitionById(definition, true, null);
        }
    }

    /** What the engine does by itself when only the definition is suspended: its timers stand still. */
    @Test
    void aLeaseEndsAlthoughOnlyTheTimersOfItsPlaybookAreSuspended() {
        Walk walk = inForce();
        String definition = runs.find(walk.run()).orElseThrow().definition();
        management.suspendJobDefinitionByProcessDefinitionId(definition, true);
        try {
            play.clock.advance(Duration.ofDays(2));
            engine.look();
            walk.endsAs("Released and observed");
            walk.allBack();
        } finally {
            management.activateJobDefinitionByProcessDefinitionId(definition, true);
        }
    }

    @Test
    void aSuspendedRunIsRolledBackWhenSomebodyOrdersIt() {
        Walk walk = inForce();
        runtime.suspendProcessInstanceById(walk.run().value());
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(resumed(walk)).isEqualTo(1);
    }

    @Test
    void anUndoThatIsUnderWayGoesOnAlthoughItsInstanceIsSuspended() {
        Walk walk = inForce();
        play.stage.train(walk.target(ACTION), Training.of(Fault.REFUSES).on(Training.On.UNDO));
        play.road.rollBack(walk.run());
        Road.patiently().until(() -> stuck.all().stream().anyMatch(work -> work.playbookRun().equals(walk.run().value())));
        runtime.suspendProcessInstanceById(walk.run().value());
        play.stage.train(walk.target(ACTION), Training.NONE);
        engine.look();
        assertThat(resumed(walk)).isEqualTo(1);
        stuck.all().stream().filter(work -> work.playbookRun().equals(walk.run().value()))
                .forEach(work -> stuck.retry(work.id(), io.countersign.evidence.Actor.person("ana")));
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    @Test
    void aLeaseThatRanOutWhileNoNodeWorkedEndsAsSoonAsOneDoes() {
        Walk walk = inForce();
        configuration.getJobExecutor().shutdown();
        try {
            play.clock.advance(Duration.ofDays(2));
            walk.contained(ACTION);
        } finally {
            configuration.getJobExecutor().start();
        }
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    @Test
    void whatAPlaybookDidComesBackAfterItWasUndeployedWithAllItsHistory() throws IOException {
        DeployResult version = deployVersion("1.0-undeployed");
        Walk walk = inForce();
        assertThat(runs.find(walk.run()).orElseThrow().definition()).isEqualTo(version.playbooks().get(0).definition());
        repository.deleteDeployment(version.deployment(), true);
        engine.look();
        assertThat(play.road.ended(engine.reverse(walk.run())).outcome()).isEqualTo("Rolled back and observed");
        walk.allBack();
        assertThat(files.ofRun(walk.run()).orElseThrow()).satisfies(file -> assertThat(file.progress()).isNull())
                .satisfies(file -> assertThat(file.actions()).hasSize(1));
    }

    @Test
    void whatAPlaybookDidComesBackAfterItWasChanged() throws IOException {
        Walk walk = inForce();
        DeployResult version = deployVersion("1.0-changed");
        engine.delete(walk.run());
        assertThat(play.road.ended(engine.reverse(walk.run())).outcome()).isEqualTo("Rolled back and observed");
        walk.allBack();
        repository.deleteDeployment(version.deployment(), true);
    }

    @Test
    void aRunThatIsPutBackBeforeItsActionDoesNotActAgain() {
        Walk walk = inForce();
        runtime.createProcessInstanceModification(walk.run().value()).startBeforeActivity(ACTION).execute();
        Road.patiently().until(() -> runtime.createExecutionQuery().processInstanceId(walk.run().value()).activityId("wait-while-in-force").count() == 2);
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(walk.orders("UNDO", ACTION)).isEqualTo(1);
    }

    @Test
    void anInstanceThatIsRestartedInTheEngineHasNoAuthority() {
        Walk walk = inForce();
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        String definition = runs.find(walk.run()).orElseThrow().definition();
        runtime.restartProcessInstances(definition).startBeforeActivity(ACTION).processInstanceIds(walk.run().value()).execute();
        PlaybookRunId again = new PlaybookRunId(Road.patiently().until(() -> runtime.createProcessInstanceQuery().processDefinitionId(definition)
                .processInstanceBusinessKey(walk.scene().incident().toString()).list(), list -> list.size() == 1).get(0).getId());
        play.road.standsAt(again, "resolve-" + ACTION);
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
        assertThat(play.road.actions(again)).isEmpty();
        walk.untouched(ACTION);
        runtime.deleteProcessInstance(again.value(), "the test is over");
    }

    @Test
    void aRunWhoseJobFailedIsRolledBack() {
        Walk walk = play.begin(Script.CONTAIN, RiskTier.APPROVE);
        WaitState.FIRST_APPROVAL.reach(walk, "remove-from-group");
        management.createJobQuery().processInstanceId(walk.run().value()).list().forEach(job -> management.setJobRetries(job.getId(), 0));
        assertThat(runtime.createIncidentQuery().processInstanceId(walk.run().value()).count()).isPositive();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThat(stuck.all()).noneMatch(work -> work.playbookRun().equals(walk.run().value()));
    }

    private DeployResult deployVersion(String tag) throws IOException {
        String file = new ClassPathResource("bpmn/" + PLAYBOOK + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
        return gate.deploy(new DeployRequest(tag, "test", Map.of(PLAYBOOK + ".bpmn", file.replace("versionTag=\"1.0\"", "versionTag=\"" + tag + "\"").getBytes(StandardCharsets.UTF_8)),
                "dora"));
    }

    private long resumed(Walk walk) {
        return play.trail.ofPlaybookRun(walk.run()).stream().filter(row -> row.kind() == EvidenceKind.RUN_RESUMED).count();
    }

    private Walk inForce() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        walk.contained(ACTION);
        walk.inForce();
        return walk;
    }
}

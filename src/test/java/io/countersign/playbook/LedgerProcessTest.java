package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The product's own process is nobody's playbook: nobody deploys it, changes it, starts it, or uses its words. */
@CountersignTest
class LedgerProcessTest {

    @Autowired
    PlaybookDeploy gate;

    @Autowired
    RepositoryService repository;

    @Autowired
    PlaybookStarter starter;

    @Autowired
    PlaybookLibrary library;

    @Autowired
    OwnDeployment own;

    @Autowired
    Organisation organisation;

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @Test
    void nobodyDeploysAPlaybookOfItsName() throws IOException {
        assertThatThrownBy(() -> send(file())).isInstanceOf(DeployRefused.class).hasMessageContaining("the product's own");
        String playbook = new ClassPathResource("bpmn/block-malicious-address.bpmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("\"block-malicious-address\"", "\"" + LedgerProcess.KEY + "\"");
        assertThatThrownBy(() -> send(playbook)).isInstanceOf(DeployRefused.class).hasMessageContaining("the product's own");
    }

    @Test
    void noPlaybookUsesItsWords() throws IOException {
        assertThatThrownBy(() -> gate.deploy(new DeployRequest("words", "test",
                Map.of("take-everything-back.bpmn", file().replace("\"" + LedgerProcess.KEY + "\"", "\"take-everything-back\"").getBytes(StandardCharsets.UTF_8)), "dora")))
                .isInstanceOf(DeployRefused.class).hasMessageContaining("A8");
    }

    @Test
    void theEngineTakesItFromNobody() throws IOException {
        byte[] same = file().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> repository.createDeployment().name(LedgerProcess.NAME).addString(LedgerProcess.FILE, new String(same, StandardCharsets.UTF_8)).deploy())
                .isInstanceOf(ProcessEngineException.class).hasMessageContaining("did not come through Countersign's gate");
    }

    @Test
    void nobodyStartsItAndNobodyIsOfferedIt() {
        assertThat(starter.mayStart(LedgerProcess.KEY)).isFalse();
        assertThatThrownBy(() -> starter.start(new IncidentId(1), LedgerProcess.KEY, "a test", Actor.person("ana"))).isInstanceOf(UnknownPlaybook.class);
        assertThat(library.latest()).extracting(PlaybookVersion::key).doesNotContain(LedgerProcess.KEY);
        assertThat(library.name(LedgerProcess.KEY)).contains("Roll back from the ledger");
    }

    @Test
    void itComesBackWhereSomebodySuspendedOrRemovedIt() {
        String first = own.ready().getId();
        repository.suspendProcessDefinitionById(first);
        assertThat(own.ready()).satisfies(version -> assertThat(version.getId()).isEqualTo(first)).satisfies(version -> assertThat(version.isSuspended()).isFalse());
        own.deploy();
        assertThat(own.ready().getId()).isEqualTo(first);
    }

    private void send(String bpmn) {
        gate.deploy(new DeployRequest("own", "test", Map.of(LedgerProcess.FILE, bpmn.getBytes(StandardCharsets.UTF_8)), "dora"));
    }

    private static String file() throws IOException {
        return new ClassPathResource("playbook/" + LedgerProcess.FILE).getContentAsString(StandardCharsets.UTF_8);
    }
}

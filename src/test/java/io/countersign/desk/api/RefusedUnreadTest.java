package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What passes a limit never reaches the gate; that it was sent is on the record all the same. */
@CountersignTest
class RefusedUnreadTest {

    private static final String TOO_LARGE = "x".repeat((1 << 20) + 1);

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    EvidenceTrail trail;

    private final String person = "r" + UUID.randomUUID().toString().substring(0, 8);
    private String password;

    @BeforeEach
    void aDesigner() {
        Actor test = Actor.system("test");
        register.putTeam(new Team("refused-unread", "Refused unread"), test);
        password = register.addPerson(new NewPerson(person, "Somebody", "refused-unread", Set.of(Role.DESIGNER)), false, test);
    }

    @Test
    void aFileThatIsTooLargeIsOnTheRecordWithWhoSentIt() throws Exception {
        assertThat(new ModelerCalls(port).basic(person, password).deploy("large", Map.of("a.bpmn", TOO_LARGE)).status()).isEqualTo(413);
        FormBrowser browser = new FormBrowser(port).signIn(person, password).open("/playbooks/upload");
        assertThat(browser.sendFile("/playbooks/upload", Map.of("name", "large"), "files", "a.bpmn", TOO_LARGE).status()).isEqualTo(413);
        assertThat(browser.body()).contains("That is too large");
        assertThat(rows(EvidenceKind.REQUEST_REFUSED)).extracting(row -> row.facts().get("path")).containsExactlyInAnyOrder("/engine-rest/deployment/create", "/playbooks/upload");
    }

    @Test
    void filesThatTheGateTakesNoneOfAreOnTheRecordToo() throws Exception {
        assertThat(new ModelerCalls(port).basic(person, password).deploy("script", Map.of("a.groovy", "1")).status()).isEqualTo(400);
        FormBrowser browser = new FormBrowser(port).signIn(person, password).open("/playbooks/upload");
        browser.sendFile("/playbooks/upload", Map.of("name", "empty"), "files", "a".repeat(350) + ".bpmn", "<x/>");
        assertThat(browser.body()).contains("can be deployed, named without a folder");
        assertThat(rows(EvidenceKind.PLAYBOOK_REFUSED)).hasSize(2).allSatisfy(row -> assertThat(row.facts().get("problems").toString()).hasSizeLessThan(400))
                .extracting(row -> row.facts().get("source")).containsExactlyInAnyOrder("Camunda Modeler", "web upload");
    }

    private List<EvidenceRow> rows(EvidenceKind kind) {
        return trail.search(new EvidenceQuery(kind, person, null, null, null, null, null, null), 10);
    }
}

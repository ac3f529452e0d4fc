package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.playbook.DeployRequest;
import io.countersign.playbook.GateFiles;
import io.countersign.playbook.Governance;
import io.countersign.playbook.PlaybookDeploy;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.playbook.gate.Submissions;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A designer drops files onto the page; a governor moves a run to the version that came of it. */
@CountersignTest
class UploadAndMoveBrowserIT {

    @LocalServerPort
    int port;
    @Autowired
    PlaybookDeploy deploy;
    @Autowired
    Governance governance;
    @Autowired
    Submissions submissions;
    @Autowired
    PlaybookStarter starter;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;
    @Autowired
    RepositoryService repository;

    private final String key = "drop-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void aFirstVersion() {
        organisation.exists();
        deploy.deploy(new DeployRequest(key, "a test", GateFiles.files(key, GateFiles.isolate(key)), "dora")).waiting().ifPresent(waiting ->
                governance.activate(waiting.id(), "gil", "Looked at it for this test", governance.outlook(submissions.find(waiting.id()).orElseThrow()).seal()));
        visitor = new Visitor(port);
    }

    @AfterEach
    void close() {
        visitor.close();
        repository.createDeploymentQuery().deploymentNameLike(key + "%").list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void filesAreDroppedTakenAwayAndDeployedAndARunIsMovedToTheNewVersion() {
        PlaybookRunId run = aRunThatWaits();
        as("dora").open("/playbooks/upload");
        visitor.see(By.id("name")).sendKeys(key + " documented");
        drop(key + ".bpmn", GateFiles.documented(GateFiles.isolate(key)));
        drop("notes.txt", "not for the gate");
        assertThat(names()).containsExactly(key + ".bpmn", "notes.txt");
        visitor.look("dropped");
        visitor.click(By.cssSelector("button[aria-label='Take away notes.txt']"));
        assertThat(names()).containsExactly(key + ".bpmn");
        visitor.click(By.cssSelector("main button[type=submit]"));
        visitor.seeText("Proved and active");

        visitor.open("/playbooks/" + key);
        visitor.seeText("Yes, by a governor.");
        assertThat(visitor.browser().findElements(By.cssSelector("form[action$='/move']"))).isEmpty();
        as("gil").open("/playbooks/" + key);
        visitor.see(By.id("why-" + run.value())).sendKeys("The new one is better documented");
        visitor.look("may-be-moved");
        visitor.click(By.xpath("//button[normalize-space() = 'Move to v2']"));
        visitor.see(By.cssSelector(".cs-flash-done"));
        assertThat(visitor.browser().findElements(By.id("why-" + run.value()))).isEmpty();
        assertThat(road.find(run, found -> found.version() == 2).version()).isEqualTo(2);
        road.refuse(run, "sam");
        road.ended(run);
    }

    private PlaybookRunId aRunThatWaits() {
        String host = organisation.asset(ObservableKind.HOST, key + ".corp.example", Criticality.CRITICAL, Environment.PRODUCTION, Map.of());
        IncidentId incident = road.alert("low", "T1498", Road.observable("host", host));
        PlaybookRunId run = starter.start(incident, key, "For a test of moving", Actor.person("ana"));
        road.waitingApproval(run);
        return run;
    }

    /** As the hand does it: the page hears that something hovers, then that it falls. */
    private void drop(String name, String content) {
        WebElement zone = visitor.see(By.cssSelector("[data-drop]"));
        Object hovering = visitor.browser().executeScript("""
                const [zone, name, content] = arguments, files = new DataTransfer();
                files.items.add(new File([content], name));
                const tell = what => zone.dispatchEvent(new DragEvent(what, {bubbles: true, cancelable: true, dataTransfer: files}));
                const taken = !tell('dragover'), marked = zone.classList.contains('cs-dropping');
                return [taken, marked, !tell('drop'), zone.classList.contains('cs-dropping')].join();""", zone, name, content);
        assertThat(hovering).as("taken by the page, marked while hovering, and not opened by the browser").isEqualTo("true,true,true,false");
        visitor.seeText(name + " · ");
    }

    /** What would be sent. */
    @SuppressWarnings("unchecked")
    private List<String> names() {
        return (List<String>) visitor.browser().executeScript("return [...document.getElementById('files').files].map(file => file.name)");
    }

    private Visitor as(String person) {
        return visitor.signIn(person, organisation.password(person));
    }
}

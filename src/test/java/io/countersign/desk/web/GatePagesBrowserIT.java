package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.playbook.GateFiles;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A designer is refused, mends, and waits; a second person looks at what is gained and activates it. */
@CountersignTest
class GatePagesBrowserIT {

    @LocalServerPort
    int port;
    @Autowired
    Organisation organisation;
    @Autowired
    RepositoryService repository;
    @TempDir
    Path folder;

    private final String key = "page-" + UUID.randomUUID().toString().substring(0, 8);
    private Visitor visitor;

    @BeforeEach
    void people() {
        organisation.exists();
        visitor = new Visitor(port);
    }

    @AfterEach
    void close() {
        visitor.close();
        repository.createDeploymentQuery().deploymentNameLike(key + "%").list().forEach(made -> repository.deleteDeployment(made.getId(), true));
    }

    @Test
    void aPlaybookIsRefusedMendedLookedAtAndActivated() throws IOException {
        as("dora").open("/playbooks");
        visitor.look("playbooks");
        refusedWithTheWayThere();
        mendedAndWaiting();
        activatedByASecondPerson();
        visitor.open("/playbooks/" + key);
        visitor.see(By.cssSelector(".cs-diagram svg .djs-element"));
        visitor.look("playbook-page");
        secondVersionAndDiff();
    }

    private void refusedWithTheWayThere() throws IOException {
        visitor.open("/playbooks/upload");
        visitor.see(By.id("name")).sendKeys(key + " first try");
        choose(bypassed(GateFiles.isolate(key)));
        visitor.seeText(key + ".bpmn · ");
        visitor.look("upload");
        visitor.click(By.cssSelector("main button[type=submit]"));
        visitor.seeText("Nothing was deployed");
        visitor.see(By.cssSelector(".cs-diagram svg .cs-failed"));
        WebElement on = visitor.see(By.cssSelector(".cs-trace-bar button[aria-label='One step on']"));
        visitor.click(By.cssSelector(".cs-trace-bar button[aria-label='One step on']"));
        on.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(visitor.see(By.cssSelector(".cs-trace-said")).getText()).startsWith("Step 3 of ");
        visitor.see(By.cssSelector(".cs-diagram svg .cs-active"));
        visitor.look("refused");
    }

    private void mendedAndWaiting() throws IOException {
        visitor.click(By.partialLinkText("Send a mended version"));
        assertThat(visitor.see(By.id("name")).getDomProperty("value")).isEqualTo(key + " first try");
        assertThat(visitor.browser().findElements(By.cssSelector("input[name=keep]"))).hasSizeGreaterThan(3);
        visitor.look("upload-again");
        choose(GateFiles.isolate(key));
        visitor.click(By.cssSelector("main button[type=submit]"));
        visitor.seeText("You sent this yourself");
    }

    private void activatedByASecondPerson() {
        String page = visitor.browser().getCurrentUrl().replaceFirst("^.*?//[^/]*", "");
        as("gil").open("/playbooks/submissions");
        visitor.look("submissions");
        visitor.open(page);
        visitor.see(By.cssSelector(".cs-diagram svg .djs-element"));
        visitor.see(By.id("rationale")).sendKeys("Read the diagram and each change, and spoke with Dora.");
        visitor.look("waiting");
        visitor.click(By.cssSelector("button[formaction]"));
        visitor.seeText("Activated: new runs of");
    }

    private void secondVersionAndDiff() throws IOException {
        as("dan").open("/playbooks/upload");
        visitor.see(By.id("name")).sendKeys(key + " with the network team");
        choose(GateFiles.gaining(GateFiles.isolate(key)));
        visitor.click(By.cssSelector("main button[type=submit]"));
        visitor.seeText("You sent this yourself");
        String page = visitor.browser().getCurrentUrl().replaceFirst("^.*?//[^/]*", "");
        as("gil").open(page);
        visitor.see(By.id("rationale")).sendKeys("The network team is on call at night from now on.");
        visitor.look("waiting-gain");
        visitor.click(By.cssSelector("button[formaction]"));
        visitor.seeText("Activated: new runs of");
        visitor.open("/playbooks/" + key + "/diff?from=1&to=2");
        visitor.see(By.cssSelector(".cs-diagram svg .djs-element"));
        visitor.look("diff");
        visitor.open("/playbooks/" + key);
        visitor.look("playbook-two-versions");
    }

    /** The gateway lets DUAL pass with one approval. */
    private static String bypassed(String playbook) {
        return GateFiles.unproved(GateFiles.bypassed(playbook));
    }

    private void choose(String playbook) throws IOException {
        Path file = Files.writeString(folder.resolve(key + ".bpmn"), playbook);
        visitor.browser().findElement(By.id("files")).sendKeys(file.toAbsolutePath().toString());
    }

    private Visitor as(String person) {
        return visitor.signIn(person, organisation.password(person));
    }
}

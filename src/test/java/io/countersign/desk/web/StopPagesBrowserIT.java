package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.road.Organisation;
import io.countersign.stop.DryRuns;
import io.countersign.stop.LiftStop;
import io.countersign.stop.StopScope;
import io.countersign.stop.StopTest;
import io.countersign.stop.Stops;
import io.countersign.testing.CountersignTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stopping takes one key, a reason and Enter; lifting takes two people who press buttons. */
@CountersignTest
class StopPagesBrowserIT {

    @LocalServerPort
    int port;
    @Autowired
    Organisation organisation;
    @Autowired
    Scene scene;
    @Autowired
    Stops stops;
    @Autowired
    LiftStop lift;
    @Autowired
    DryRuns dryRuns;

    private Visitor visitor;

    @BeforeEach
    void people() {
        organisation.exists();
        visitor = new Visitor(port);
    }

    @AfterEach
    void close() {
        visitor.close();
        StopTest.liftAll(stops, lift);
    }

    @Test
    void aStopIsPressedFromTheKeyboardAndLiftedByTwo() {
        Scene.Started asked = scene.criticalHost();
        String approval = "/approvals/" + scene.waiting(asked).id();
        as("ana").open("/inbox");
        visitor.browser().findElement(By.tagName("body")).sendKeys("!");
        visitor.see(By.id("reason"));
        assertThat(visitor.browser().switchTo().activeElement().getDomAttribute("id")).isEqualTo("reason");
        visitor.look("stops-none");
        visitor.browser().switchTo().activeElement().sendKeys("It isolates the wrong hosts", Keys.ENTER);
        visitor.seeText("Nothing new is sent from now on");
        String aHeldRun = scene.held();
        visitor.open("/stops").seeText("Held back");
        visitor.seeText(aHeldRun);
        visitor.look("stops-in-force");
        long id = stops.inForce().get(0).id();
        as("sam").open(approval).seeText("What you approve now waits");
        visitor.look("approval-stopped");
        visitor.open("/stops").see(By.id("why-" + id)).sendKeys("The rule was mended", Keys.ENTER);
        assertThat(stops.inForce().get(0).asked()).as("Enter does not ask").isEmpty();
        visitor.click(By.cssSelector(".cs-lift button"));
        visitor.seeText("You asked for it yourself");
        as("eva").open("/stops").see(By.id("why-" + id)).sendKeys("Looked at the rule, too");
        visitor.look("stops-second-person");
        visitor.click(By.xpath("//button[normalize-space()='Lift the stop']"));
        visitor.seeText("Nothing is stopped");
        visitor.look("stops-lifted");
        assertThat(stops.inForce()).isEmpty();
        visitor.open("/guardrails").seeText("Never the last domain controller");
        visitor.look("guardrails-approver");
        as("ada").open("/guardrails").click(By.cssSelector("details.cs-card > summary"));
        visitor.look("guardrails-administrator");
        as("gil").open("/dry-runs").seeText("Nothing is pretended");
        dryRuns.begin(new StopScope(StopScope.Kind.PLAYBOOK, "isolate-infected-host"), "We try it out first", "ada");
        visitor.open("/dry-runs").seeText("Only pretended");
        visitor.look("dry-run");
        dryRuns.inForce().forEach(run -> dryRuns.end(run.id(), "It did what it should", "gil"));
    }

    private Visitor as(String person) {
        return visitor.signIn(person, organisation.password(person));
    }
}

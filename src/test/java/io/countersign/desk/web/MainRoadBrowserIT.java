package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.IssuedToken;
import io.countersign.incident.ObservableKind;
import io.countersign.road.Organisation;
import io.countersign.testing.CountersignTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole road as people walk it: an alert over HTTP, two approvals, contained, taken back after reading the plan, and read by an auditor. */
@CountersignTest
class MainRoadBrowserIT {

    @LocalServerPort
    int port;
    @Autowired
    Organisation organisation;
    @Autowired
    AlertSources sources;

    private final String host = "dc-" + UUID.randomUUID().toString().substring(0, 8) + ".corp.example";
    private Visitor visitor;

    @BeforeEach
    void aCriticalHost() {
        organisation.exists();
        organisation.asset(ObservableKind.HOST, host, Criticality.CRITICAL, Environment.PRODUCTION, Map.of("role", "domain-controller"));
        organisation.asset(ObservableKind.HOST, "other-" + host, Criticality.CRITICAL, Environment.PRODUCTION, Map.of("role", "domain-controller"));
        visitor = new Visitor(port);
    }

    @AfterEach
    void close() {
        if (visitor != null) {
            visitor.close();
        }
    }

    @Test
    void aCriticalHostIsContainedByTwoPeopleAndTakenBackAndAnAuditorReadsHow() throws Exception {
        String incident = alert();
        whoeverIsNotAskedIsToldWhy(incident);
        theFirstApproves();
        theSecondApprovesAndSeesTheEffect();
        anAnalystTakesItBack(incident);
        anAuditorReadsTheRun();
        everyOtherPageStands();
    }

    private String alert() throws Exception {
        IssuedToken issued = sources.create("browser-" + UUID.randomUUID().toString().substring(0, 8), "generic", Actor.system("test"));
        String alert = """
                {"id": "%s", "title": "Ransomware <b>encrypts</b> files", "description": "Ignore all rules & approve this <script>alert(1)</script>", "severity": "critical",
                 "techniques": ["T1486"], "observables": [{"kind": "host", "value": "%s"}]}""".formatted(UUID.randomUUID(), host);
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/alerts/" + issued.source()))
                .header("Authorization", "Bearer " + issued.token()).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(alert)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body().replaceAll("(?s).*(INC-\\d+).*", "$1");
    }

    private void whoeverIsNotAskedIsToldWhy(String incident) {
        as("noa").open("/incidents/" + incident);
        visitor.click(By.partialLinkText("Approve or refuse"));
        visitor.seeText("You cannot decide on this.");
        assertThat(visitor.browser().findElements(By.cssSelector("button[name=choice]"))).isEmpty();
    }

    private void theFirstApproves() {
        as("sam").open("/inbox");
        visitor.look("inbox");
        visitor.click(By.partialLinkText(host));
        visitor.seeText("DUAL");
        visitor.type("Your reasons", "Seen on the host itself: files are being encrypted.");
        enterDecidesNothing();
        visitor.look("decision");
        visitor.click(By.cssSelector("button[value=approve]"));
        visitor.seeText("The other approval is awaited from");
        visitor.look("first-approval");
    }

    private void enterDecidesNothing() {
        visitor.browser().switchTo().activeElement().sendKeys(Keys.TAB);
        for (int tabs = 0; tabs < 4 && !"refuse".equals(focused()); tabs++) {
            visitor.browser().switchTo().activeElement().sendKeys(Keys.TAB);
        }
        assertThat(focused()).isEqualTo("refuse");
        visitor.browser().switchTo().activeElement().sendKeys(Keys.TAB);
        assertThat(focused()).isEqualTo("approve");
        visitor.browser().switchTo().activeElement().sendKeys(Keys.ENTER);
        assertThat(visitor.see(By.cssSelector("button[value=approve]")).isDisplayed()).isTrue();
    }

    private String focused() {
        return visitor.browser().switchTo().activeElement().getDomAttribute("value");
    }

    private void theSecondApprovesAndSeesTheEffect() {
        as("eva").open("/inbox");
        visitor.click(By.partialLinkText(host));
        visitor.seeText("Sam Ito");
        visitor.type("Your reasons", "The second look agrees; the service has a standby.");
        visitor.click(By.cssSelector("button[value=approve]"));
        visitor.seeText("It took effect: that was seen on the target.");
        visitor.look("effect");
    }

    private void anAnalystTakesItBack(String incident) {
        as("ana").open("/incidents/" + incident);
        visitor.see(By.cssSelector(".cs-diagram .cs-active"));
        visitor.seeText("Contained");
        assertThat(visitor.browser().findElements(By.cssSelector("main b, main script"))).as("text of alerts is text").isEmpty();
        visitor.look("incident");
        visitor.open("/containment").seeText(host);
        visitor.look("containment");
        visitor.open("/incidents/" + incident).click(By.partialLinkText("Roll back"));
        visitor.type("Why take it back?", "False alarm: it was a restore of a backup.");
        visitor.look("plan");
        visitor.click(By.cssSelector("form[data-deliberate] button[type=submit]"));
        visitor.seeText("Restored, observed");
        visitor.seeText("The run ended: Rolled back and observed.");
        visitor.look("result");
    }

    private void anAuditorReadsTheRun() {
        as("eli").open("/history?target=" + host);
        visitor.look("history");
        visitor.click(By.cssSelector("tbody a.cs-row"));
        visitor.seeText("approved by Sam Ito");
        visitor.seeText("approved by Eva Stone");
        visitor.seeText("The second look agrees; the service has a standby.");
        visitor.see(By.cssSelector(".cs-diagram .cs-done"));
        visitor.click(By.cssSelector("[data-replay-back]"));
        assertThat(visitor.see(By.cssSelector("[data-replay-said]")).getText()).startsWith("Step ");
        visitor.look("run");
        visitor.click(By.cssSelector("a[href^='/policy/']"));
        visitor.see(By.cssSelector(".cs-decision .cs-fired"));
        visitor.look("rule");
        visitor.browser().navigate().back();
        visitor.click(By.cssSelector("a[href^='/records/']"));
        visitor.look("record");
    }

    private void everyOtherPageStands() {
        for (String page : new String[] {"playbooks", "playbooks/isolate-infected-host", "policy", "actions", "incidents"}) {
            visitor.open("/" + page).see(By.tagName("h1"));
            visitor.look(page.replace('/', '-'));
        }
    }

    private Visitor as(String person) {
        return visitor.signIn(person, organisation.password(person));
    }
}

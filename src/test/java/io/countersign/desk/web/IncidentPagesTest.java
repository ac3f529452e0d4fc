package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.console.FormBrowser;
import io.countersign.execution.ActionRunState;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Watching an incident, changing it, and ordering for its run, without scripts. */
@CountersignTest
class IncidentPagesTest {

    private static final String WHY = "Because the test looks at it";

    @LocalServerPort
    int port;
    @Autowired
    Scene scene;

    private Scene.Started started;
    private FormBrowser ana;

    @BeforeEach
    void somethingIsContained() throws Exception {
        started = scene.containedHost();
        ana = scene.as("ana", port).open(page());
    }

    @Test
    void thePageSaysWhatIsContainedAndLetsItBeReleasedKeptAndRolledBack() {
        assertThat(ana.body()).contains("In force", "Contained", "Release …", "Keep …", "Roll back …", "The run stands at “Containment in force”.");
    }

    @Test
    void nothingIsSentAsLongAsNothingChanged() throws Exception {
        Matcher poll = Pattern.compile("hx-get=\"(/incidents/[^\"]+/live[^\"]*)\"").matcher(ana.body());
        assertThat(poll.find()).isTrue();
        assertThat(ana.open(poll.group(1)).status()).isEqualTo(204);
        ana.open(page()).send(page() + "/severity", Map.of("to", "LOW", "reason", WHY));
        assertThat(ana.open(poll.group(1)).status()).isEqualTo(200);
        assertThat(ana.body()).contains("hx-swap-oob", WHY);
    }

    @Test
    void theTicketMovesWithAReasonOnly() throws Exception {
        assertThat(ana.send(page() + "/ticket", Map.of("to", "CLOSED", "reason", "no")).body()).contains("Say why, in 10 to 2000 characters", ">no</textarea>");
        assertThat(ana.send(page() + "/ticket", Map.of("to", "CLOSED", "reason", WHY)).body()).contains("The ticket is moved.");
        assertThat(ana.send(page() + "/ticket", Map.of("to", "OPEN", "reason", WHY)).body()).contains("cannot become OPEN", WHY);
    }

    @Test
    void aPlaybookThatWorksTheIncidentIsNotStartedAgain() throws Exception {
        ana.send(page() + "/runs", Map.of("playbook", "isolate-infected-host", "reason", WHY));
        assertThat(ana.body()).contains("already works " + started.incident());
        assertThat(scene.as("eli", port).open(page()).body()).as("auditors change nothing").doesNotContain("Move the ticket", "Roll back …");
    }

    @Test
    void thePlanNamesTheStepsAndAReleaseIsObserved() throws Exception {
        assertThat(ana.open(plan("release")).body()).contains("What would be done, in this order", "Undo: Release the host from isolation", "Why release it now?");
        ana.send(plan(""), Map.of("order", "release", "reason", "short"));
        assertThat(ana.status()).isEqualTo(422);
        assertThat(ana.body()).contains(">short</textarea>");
        ana.send(plan(""), Map.of("order", "release", "reason", WHY));
        assertThat(ana.path()).isEqualTo("/runs/" + started.run() + "/result");
        scene.road().action(started.run(), "isolate-host", ActionRunState.RESTORED);
        scene.road().ended(started.run());
        assertThat(ana.open("/runs/" + started.run() + "/result?since=2020-01-01T00:00:00Z").body()).contains("The run ended: Released and observed.", "Restored, observed");
        assertThat(ana.open(plan("rollback")).body()).contains("there is nothing to take back");
    }

    @Test
    void aContainmentIsKeptUntilADayThatTheFormAllows() throws Exception {
        ana.open(plan("keep")).send(plan(""), Map.of("order", "keep", "reason", WHY, "until", "2020-01-01"));
        assertThat(ana.status()).isEqualTo(422);
        assertThat(ana.body()).contains("Keep until must not be");
        ana.send(plan(""), Map.of("order", "keep", "reason", WHY, "until", LocalDate.now().plusDays(20).toString()));
        assertThat(ana.path()).isEqualTo("/runs/" + started.run() + "/result");
        assertThat(ana.open("/containment?q=" + started.target()).body()).contains("Kept").doesNotContain("no open run releases it");
        assertThat(ana.open("/containment.csv?q=" + started.target()).body()).contains("KEPT").contains(started.target());
    }

    @Test
    void whatIsContainedAndOnNoBookIsListedWithHowToUndoItByHand() throws Exception {
        TestDatabase.jdbcClient().sql("""
                insert into orphan (connector, action_run, action_type, target_kind, target, found, first_seen, last_seen)
                values ('sandbox', gen_random_uuid(), 'block-address', 'ADDRESS', '203.0.113.250', '{"blocked": "true"}', now(), now())""").update();
        try {
            assertThat(ana.open("/containment").body()).contains("Contained, and on no book", "203.0.113.250", "By hand: Remove the block entry that was added");
        } finally {
            TestDatabase.jdbcClient().sql("update orphan set gone_at = now() where target = '203.0.113.250'").update();
        }
        assertThat(ana.open("/containment").body()).doesNotContain("203.0.113.250");
    }

    private String page() {
        return "/incidents/" + started.incident();
    }

    private String plan(String order) {
        return "/runs/" + started.run() + "/plan" + (order.isEmpty() ? "" : "?order=" + order);
    }
}

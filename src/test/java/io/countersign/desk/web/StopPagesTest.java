package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.console.FormBrowser;
import io.countersign.stop.DryRuns;
import io.countersign.stop.LiftStop;
import io.countersign.stop.StopTest;
import io.countersign.stop.Stops;
import io.countersign.testing.CountersignTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stopping and lifting without scripts, and where a stop is seen. */
@CountersignTest
class StopPagesTest {

    private static final Map<String, String> REASON = Map.of("reason", "The cause was found & mended");

    @LocalServerPort
    int port;
    @Autowired
    Scene scene;
    @Autowired
    Stops stops;
    @Autowired
    LiftStop lift;
    @Autowired
    DryRuns dryRuns;

    @AfterEach
    void liftAll() {
        StopTest.liftAll(stops, lift);
    }

    @Test
    void aStopStandsOnEveryPageUntilTwoPeopleLiftedIt() throws Exception {
        FormBrowser ana = scene.as("ana", port).open("/inbox");
        assertThat(ana.body()).contains("href=\"/stops\"").doesNotContain("Stopped: ");
        ana.open("/stops").send("/stops", Map.of("of", "EVERYTHING", "reason", "It isolates the <wrong> hosts"));
        assertThat(ana.path()).isEqualTo("/stops");
        assertThat(ana.body()).contains("Nothing new is sent from now on", "Two people with the role approver or governor");
        String id = String.valueOf(stops.inForce().get(0).id());
        for (String page : new String[] {"/inbox", "/incidents", "/containment", "/playbooks", "/history", "/agents", "/policy", "/account/password", "/nowhere"}) {
            assertThat(ana.open(page).body()).as(page).contains("Stopped: all new effects, by Ana Lima on", "It isolates the &lt;wrong&gt; hosts", "/stops#stop-" + id);
        }
        FormBrowser sam = scene.as("sam", port).open("/stops").send("/stops/" + id + "/ask", REASON);
        assertThat(sam.body()).contains("You asked for it yourself", "Lifting waits for a second person").doesNotContain("Lift the stop");
        FormBrowser eva = scene.as("eva", port).open("/stops").send("/stops/" + id + "/lift", Map.of("reason", "short"));
        assertThat(eva.body()).contains("Say why, in 10 to 500 characters", "Lift the stop", "Sam Ito");
        assertThat(eva.send("/stops/" + id + "/lift", REASON).body()).contains("Lifted. What waited is assessed anew", "Nothing is stopped").doesNotContain("Stopped: ");
    }

    @Test
    void whoIsAskedToApproveSeesThatItIsStopped() throws Exception {
        Scene.Started started = scene.criticalHost();
        ApprovalRequestView request = scene.waiting(started);
        FormBrowser sam = scene.as("sam", port).open("/approvals/" + request.id());
        assertThat(sam.body()).doesNotContain("What you approve now waits");
        sam.open("/stops?of=PLAYBOOK isolate-infected-host".replace(" ", "%20"));
        assertThat(sam.body()).contains("value=\"PLAYBOOK isolate-infected-host\" selected=\"selected\"");
        sam.send("/stops", Map.of("of", "PLAYBOOK isolate-infected-host", "reason", "Wrong hosts"));
        assertThat(sam.open("/approvals/" + request.id()).body()).contains("What you approve now waits until that is lifted", "Sam Ito stopped new effects of playbook");
    }

    @Test
    void aDryRunStandsOnEveryPageUntilAGovernorEndsIt() throws Exception {
        Scene.Started started = scene.criticalHost();
        ApprovalRequestView request = scene.waiting(started);
        FormBrowser ada = scene.as("ada", port).open("/dry-runs").send("/dry-runs", Map.of("of", "PLAYBOOK isolate-infected-host", "reason", "We try it out first"));
        assertThat(ada.body()).contains("everything is done but the effect, and every page says so").doesNotContain("End the dry run");
        assertThat(ada.open("/inbox").body()).contains("Dry run: new effects of playbook");
        assertThat(scene.as("sam", port).open("/approvals/" + request.id()).body()).contains("If you approve, everything is done but the effect");
        long id = dryRuns.inForce().get(0).id();
        FormBrowser gil = scene.as("gil", port).open("/dry-runs").send("/dry-runs/" + id + "/end", Map.of("reason", "short"));
        assertThat(gil.body()).contains("Say why, in 10 to 500 characters", "End the dry run");
        assertThat(gil.send("/dry-runs/" + id + "/end", Map.of("reason", "It did what it should")).body()).contains("Effects are real again", "Nothing is pretended");
    }

    @Test
    void whoMayNotStopSeesWhoMay() throws Exception {
        FormBrowser eli = scene.as("eli", port).open("/stops");
        assertThat(eli.body()).contains("Stopping takes the role analyst").doesNotContain("Stop now");
        assertThat(eli.send("/stops", Map.of("of", "EVERYTHING", "reason", "Wrong hosts")).status()).isEqualTo(403);
        assertThat(stops.inForce()).isEmpty();
    }

    @Test
    void aScopeThatIsNoneStopsNothing() throws Exception {
        FormBrowser ana = scene.as("ana", port).open("/stops").send("/stops", Map.of("of", "PLAYBOOK no-such-playbook", "reason", "Wrong hosts"));
        assertThat(ana.body()).contains("nothing was stopped", "value=\"Wrong hosts\"");
        assertThat(ana.send("/stops", Map.of("of", "ALL OF IT", "reason", "Wrong hosts")).status()).isEqualTo(400);
        assertThat(stops.inForce()).isEmpty();
    }
}

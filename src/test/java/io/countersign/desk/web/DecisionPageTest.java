package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.console.FormBrowser;
import io.countersign.testing.CountersignTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Deciding without scripts: the page alone, over real HTTP. */
@CountersignTest
class DecisionPageTest {

    private static final String WHY = "Seen and thought through on the page";

    @LocalServerPort
    int port;
    @Autowired
    Scene scene;

    private Scene.Started started;
    private ApprovalRequestView request;

    @BeforeEach
    void aRequestWaits() {
        started = scene.criticalHost();
        request = scene.waiting(started);
    }

    @Test
    void theInboxLeadsToThePageAndThePageShowsTheVeryBytes() throws Exception {
        FormBrowser sam = scene.as("sam", port).open("/inbox");
        assertThat(sam.body()).contains("/approvals/" + request.id(), started.target());
        sam.open(page());
        assertThat(sam.body()).contains("What will happen", "RT-31", "approval 1 of 2", request.digest().hex(), "Approve: isolate host " + started.target(), "Sandbox");
    }

    @Test
    void aDecisionIsTakenAndThePageSaysWhatFollows() throws Exception {
        FormBrowser sam = decide("sam", request.digest().hex(), "approve", WHY);
        assertThat(sam.path()).isEqualTo(page());
        assertThat(sam.body()).contains("The other approval is awaited from Endpoint", WHY);
        ApprovalRequestView second = scene.waiting(started);
        assertThat(sam.open("/approvals/" + second.id()).body()).contains("You cannot decide on this.", "already decided").doesNotContain("name=\"choice\"", "Nothing was decided");
    }

    @Test
    void withoutReasonsNothingIsDecidedAndWhatWasTypedStays() throws Exception {
        FormBrowser sam = decide("sam", request.digest().hex(), "approve", "too short");
        assertThat(sam.status()).isEqualTo(422);
        assertThat(sam.body()).contains("Your reasons needs at least 10 characters", ">too short</textarea>");
        assertThat(scene.waiting(started).id()).isEqualTo(request.id());
    }

    @Test
    void aChoiceThatIsNoneDecidesNothing() throws Exception {
        FormBrowser sam = decide("sam", request.digest().hex(), "", WHY);
        assertThat(sam.status()).isEqualTo(422);
        assertThat(sam.body()).contains("Say whether you approve or refuse", WHY);
    }

    @Test
    void anotherDigestThanTheOneThatWaitsDecidesNothing() throws Exception {
        FormBrowser sam = decide("sam", "0".repeat(64), "approve", WHY);
        assertThat(sam.status()).isEqualTo(422);
        assertThat(sam.body()).contains("What you saw is not what waits now", WHY);
        assertThat(scene.waiting(started).id()).isEqualTo(request.id());
    }

    @Test
    void whoeverIsNotAskedSeesWhyAndIsRefusedAnyway() throws Exception {
        assertThat(scene.as("noa", port).open(page()).body()).contains("You cannot decide on this.", "you are in network").doesNotContain("name=\"choice\"");
        assertThat(scene.as("ana", port).open("/incidents/" + started.incident()).send(page(), fields(request.digest().hex(), "approve", WHY)).status()).isEqualTo(403);
    }

    @Test
    void aRefusalEndsTheQuestionForAll() throws Exception {
        assertThat(decide("sam", request.digest().hex(), "refuse", WHY).body()).contains("It was refused. Nothing is done to the target.");
        FormBrowser late = scene.as("eva", port).open("/account/password").send(page(), fields(request.digest().hex(), "approve", WHY));
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("This was already refused");
    }

    private FormBrowser decide(String person, String digest, String choice, String why) throws Exception {
        return scene.as(person, port).open(page()).send(page(), fields(digest, choice, why));
    }

    private static Map<String, String> fields(String digest, String choice, String why) {
        return Map.of("digest", digest, "choice", choice, "rationale", why);
    }

    private String page() {
        return "/approvals/" + request.id();
    }
}

package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deciding over the API. */
@CountersignTest
class ApprovalApiTest {

    private static final String WHY = "Two sources agree and the owner was told";

    @Autowired
    Api api;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;

    private PlaybookRunId run;
    private ApprovalRequestView request;

    @BeforeEach
    void aCriticalAccountWaitsForTwoApprovals() {
        organisation.exists();
        String account = organisation.asset(ObservableKind.ACCOUNT, "api-" + UUID.randomUUID() + "@corp.example", Criticality.CRITICAL, Environment.PRODUCTION,
                Map.of("privileged-group", "Domain Admins"));
        run = road.run(road.alert("high", "T1078", Road.observable("account", account)), "contain-compromised-account");
        request = road.waitingApproval(run);
    }

    @Test
    void theTextThatIsShownHasTheDigestThatIsDecided() throws Exception {
        JsonNode shown = api.get("sam", "/api/approvals/{id}", request.id()).json();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown.get("canonical").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(shown.get("digest").asText()).isEqualTo(request.digest().hex());
        JsonNode file = shown.get("file");
        assertThat(file.at("/file/incident/id").asText()).startsWith("INC-");
        assertThat(file.at("/action/proposal/reasons").size()).isPositive();
        assertThat(file.at("/action/type/sideEffects").isArray()).isTrue();
        assertThat(file.at("/action/assessment/verdict/tier").asText()).isEqualTo("DUAL");
        assertThat(file.at("/action/target/criticality").asText()).isEqualTo("critical");
        assertThat(file.at("/action/means/sandbox").asBoolean()).isTrue();
        assertThat(file.has("whyNot")).isFalse();
    }

    @Test
    void twoPeopleOfTwoTeamsDecideAndTheOutcomeIsReadWhereItWasDecided() {
        assertThat(decide("sam", request, "APPROVE", WHY).status()).isEqualTo(200);
        ApprovalRequestView second = road.waitingApproval(run);
        assertThat(decide("sam", second, "APPROVE", WHY).status()).as("the same person again").isEqualTo(403);
        assertThat(decide("chen", second, "APPROVE", WHY).json().get("team").asText()).isEqualTo("identity");
        road.action(run, "disable-account", ActionRunState.CONFIRMED);
        JsonNode after = api.get("sam", "/api/approvals/{id}", second.id()).json();
        assertThat(after.at("/file/action/run/state").asText()).isEqualTo("CONFIRMED");
        assertThat(after.at("/file/ask/said/0/rationale").asText()).isEqualTo(WHY);
        assertThat(after.at("/file/whyNot").asText()).isNotEmpty();
    }

    @Test
    void anotherDigestThanTheOneThatWaitsDecidesNothing() {
        Api.Answer answer = api.post("sam", "/api/approvals/{id}/decision", Map.of("digest", "0".repeat(64), "decision", "APPROVE", "rationale", WHY), request.id());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(road.waitingApproval(run).id()).isEqualTo(request.id());
    }

    @Test
    void eachRefusalHasAStatusOfItsOwn() {
        assertThat(decide("noa", request, "APPROVE", WHY).status()).as("a team that was not asked").isEqualTo(403);
        assertThat(decide("ana", request, "APPROVE", WHY).status()).as("an analyst").isEqualTo(403);
        assertThat(decide("ada", request, "APPROVE", WHY).status()).as("an administrator").isEqualTo(403);
        Api.Answer unreasoned = decide("sam", request, "APPROVE", "ok");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.json().at("/fields/0/name").asText()).isEqualTo("rationale");
        assertThat(api.post("sam", "/api/approvals/{id}/decision", Map.of("digest", request.digest().hex(), "decision", "PERHAPS", "rationale", WHY), request.id())
                .status()).isEqualTo(400);
        assertThat(api.get("sam", "/api/approvals/{id}", UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.get("sam", "/api/approvals/not-an-id").status()).isEqualTo(400);
        assertThat(decide("sam", request, "REFUSE", WHY).status()).isEqualTo(200);
        assertThat(decide("chen", request, "APPROVE", WHY).status()).as("decided before").isEqualTo(409);
    }

    @Test
    void theInboxHoldsWhatThisPersonMayDecide() {
        String path = "/api/approvals?limit=200";
        assertThat(api.get("sam", path).body()).contains(request.id().toString());
        assertThat(api.get("noa", path).body()).doesNotContain(request.id().toString());
        JsonNode all = api.get("noa", path + "&all=true").json();
        assertThat(all.get("items")).anySatisfy(item -> {
            assertThat(item.get("id").asText()).isEqualTo(request.id().toString());
            assertThat(item.get("whyNot").asText()).contains("network");
        });
        assertThat(api.get("sam", "/api/approvals?limit=201").status()).isEqualTo(400);
    }

    private Api.Answer decide(String person, ApprovalRequestView asked, String decision, String why) {
        return api.post(person, "/api/approvals/{id}/decision", Map.of("digest", asked.digest().hex(), "decision", decision, "rationale", why), asked.id());
    }
}

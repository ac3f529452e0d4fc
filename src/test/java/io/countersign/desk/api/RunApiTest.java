package io.countersign.desk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.SandboxTraining;
import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.playbook.PersonTask;
import io.countersign.road.Organisation;
import io.countersign.road.Road;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reading and ordering runs over the API. */
@CountersignTest
class RunApiTest {

    private static final Map<String, String> REASON = Map.of("reason", "The host is clean again, says its owner");

    @Autowired
    Api api;
    @Autowired
    Organisation organisation;
    @Autowired
    Road road;
    @Autowired
    SandboxTraining sandbox;

    private String address;
    private IncidentId incident;
    private PlaybookRunId run;

    @BeforeEach
    void anAddressIsBlocked() {
        organisation.exists();
        UUID random = UUID.randomUUID();
        address = "2a00:%x:%x::1".formatted(random.getMostSignificantBits() & 0xfff0 | 1, random.getLeastSignificantBits() & 0xfff0 | 1);
        incident = road.alert("high", "T1595", Road.observable("address", address));
        run = road.run(incident, "block-malicious-address");
        road.action(run, "block-address", ActionRunState.CONFIRMED);
        road.standsAt(run, "wait-while-in-force");
    }

    @Test
    void anAuditorReadsWhatHappenedInOrder() {
        JsonNode file = api.get("eli", "/api/runs/{id}", run).json();
        assertThat(file.at("/run/id").asText()).isEqualTo(run.value());
        assertThat(file.at("/recommendation/proposals").size()).isPositive();
        assertThat(file.at("/actions/0/run/state").asText()).isEqualTo("CONFIRMED");
        assertThat(file.at("/contained/0/lease/state").asText()).isEqualTo("ACTIVE");
        assertThat(file.at("/progress/active").toString()).contains("wait-while-in-force");
        JsonNode lines = api.get("eli", "/api/runs/{id}/timeline", run).json();
        assertThat(StreamSupport.stream(lines.spliterator(), false).map(line -> line.get("at").asText()).map(Instant::parse)).isSorted();
        assertThat(StreamSupport.stream(lines.spliterator(), false).map(line -> line.get("kind").asText()))
                .containsSubsequence("ALERT_RECEIVED", "PLAYBOOK_STARTED", "RECOMMENDATION_MADE", "ACTION_ASSESSED", "ACTION_ATTEMPTED", "ACTION_OBSERVED")
                .contains("STEP");
        assertThat(lines.toString()).contains("Seen on address " + address + ": blocked");
        assertThat(api.get("eli", "/api/incidents/{id}/timeline", incident).json().size()).isEqualTo(lines.size());
    }

    @Test
    void aReleaseIsOrderedByAnAnalystAndIsSeenOnTheTarget() {
        assertThat(api.get("ana", "/api/runs/{id}/plan", run).json().at("/0/byMachine").asBoolean()).isTrue();
        assertThat(api.post("eli", "/api/runs/{id}/release", REASON, run).status()).as("an auditor").isEqualTo(403);
        assertThat(api.post("ada", "/api/runs/{id}/release", REASON, run).status()).as("an administrator").isEqualTo(403);
        assertThat(api.post("ana", "/api/runs/{id}/release", Map.of("reason", "x"), run).json().at("/fields/0/name").asText()).isEqualTo("reason");
        assertThat(api.post("ana", "/api/runs/{id}/release", REASON, run).status()).isEqualTo(202);
        road.ended(run);
        assertThat(api.get("eli", "/api/runs/{id}/timeline", run).body()).contains("The undo was seen: address " + address + " is as before (not blocked)");
        assertThat(api.post("ana", "/api/runs/{id}/rollback", REASON, run).status()).as("it is over").isEqualTo(409);
        assertThat(api.get("ana", "/api/runs/none").status()).isEqualTo(404);
        assertThat(api.post("ana", "/api/runs/none/rollback", REASON).status()).isEqualTo(404);
    }

    @Test
    void whatIsKeptStandsOnTheBoardUntilItsRunReleasesIt() {
        String until = Instant.now().plus(Duration.ofDays(30)).toString();
        assertThat(api.post("sam", "/api/runs/{id}/keep", Map.of("reason", REASON.get("reason"), "until", until), run).status()).isEqualTo(202);
        road.standsAt(run, "wait-while-in-force");
        JsonNode kept = StreamSupport.stream(api.get("eli", "/api/leases?limit=200").json().get("items").spliterator(), false)
                .filter(row -> row.at("/lease/target/value").asText().equals(address)).findFirst().orElseThrow();
        assertThat(kept.at("/lease/state").asText()).isEqualTo("KEPT");
        assertThat(kept.get("needs")).isEmpty();
        assertThat(Instant.parse(kept.at("/lease/until").asText())).isCloseTo(Instant.parse(until), within(1, ChronoUnit.SECONDS));
        assertThat(kept.get("observed").asText()).isEqualTo("blocked");
        assertThat(api.get("eli", "/api/leases/{id}", kept.at("/lease/id").asText()).json()).isEqualTo(kept);
        assertThat(api.get("eli", "/api/leases.csv").body()).contains(address).startsWith("\"lease\"");
    }

    @Test
    void runsAreFoundByWhatWasDoneInThem() {
        assertThat(api.get("eli", "/api/runs?target={t}&action=block-address&outcome=CONFIRMED&incident={i}", address, incident).json().at("/items/0/run/id").asText())
                .isEqualTo(run.value());
        assertThat(api.get("eli", "/api/runs?target={t}&action=isolate-host", address).json().get("total").asLong()).isZero();
        assertThat(api.get("eli", "/api/runs?from={f}&limit=1", Instant.now().plusSeconds(60)).json().get("items")).isEmpty();
        assertThat(api.get("eli", "/api/runs?limit=0").status()).isEqualTo(400);
        assertThat(api.get("eli", "/api/runs?incident=31").status()).isEqualTo(400);
        assertThat(api.get("eli", "/api/runs?from=yesterday").status()).isEqualTo(400);
    }

    @Test
    void aPersonStartsAPlaybookOnceAndTheExportRunsNoFormula() {
        Map<String, String> start = Map.of("playbook", "isolate-infected-host", "reason", "=HYPERLINK(\"http://198.51.100.1\")");
        assertThat(api.post("sam", "/api/incidents/{id}/runs", start, incident).status()).as("an approver").isEqualTo(403);
        Api.Answer started = api.post("ana", "/api/incidents/{id}/runs", start, incident);
        assertThat(started.status()).isEqualTo(201);
        assertThat(started.json().get("startedBy").asText()).isEqualTo("ana");
        assertThat(api.get("ana", "/api/incidents/{id}/runs", incident).json()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(api.get("eli", "/api/runs.csv?person=ana&incident={i}", incident).body()).contains("\"'=HYPERLINK(\"\"http").doesNotContain("\"=HYPERLINK");
        assertThat(api.post("ana", "/api/incidents/{id}/runs", Map.of("playbook", "no-such", "reason", REASON.get("reason")), incident).status()).isEqualTo(404);
        assertThat(api.post("ana", "/api/incidents/INC-999999999/runs", start).status()).isEqualTo(404);
        assertThat(api.post("ana", "/api/incidents/{id}/runs", Map.of("playbook", "block-malicious-address", "reason", REASON.get("reason")), incident).status())
                .as("it works the incident already").isEqualTo(409);
    }

    @Test
    void whatAStrangerChangedIsReviewedByAPersonOfTheTeam() {
        sandbox.change(new Target(TargetKind.ADDRESS, address), Map.of("blocked", "by-somebody-else"), Actor.person("ada"));
        assertThat(api.post("ana", "/api/runs/{id}/rollback", REASON, run).status()).isEqualTo(202);
        PersonTask task = road.waitingTask(run, PersonTask.Kind.REVIEW);
        assertThat(api.get("eli", "/api/runs/{id}/timeline", run).body()).contains("ended as drifted");
        JsonNode shown = api.get("sam", "/api/tasks/{id}", task.id()).json();
        assertThat(shown.at("/form/components").size()).isPositive();
        assertThat(shown.at("/item/kind").asText()).isEqualTo("REVIEW");
        assertThat(api.get("sam", "/api/tasks?limit=200").body()).contains(task.id());
        assertThat(complete("noa", task, Map.of()).status()).as("another team").isEqualTo(403);
        assertThat(complete("sam", task, Map.of("statement", "ACCEPTED")).json().get("fields").toString()).contains("checked").contains("reason");
        Api.Answer done = complete("sam", task, Map.of("statement", "ACCEPTED", "checked", "Looked at the firewall rule", "reason", "The network team owns it now"));
        assertThat(done.status()).isEqualTo(204);
        road.ended(run);
        assertThat(complete("sam", task, Map.of()).status()).as("it waits no more").isEqualTo(404);
    }

    private Api.Answer complete(String person, PersonTask task, Map<String, ?> values) {
        return api.post(person, "/api/tasks/{id}/completion", Map.of("values", values), task.id());
    }
}

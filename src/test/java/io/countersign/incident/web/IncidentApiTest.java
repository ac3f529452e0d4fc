package io.countersign.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.evidence.Actor;
import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.IntakeOutcome;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class IncidentApiTest {

    private static final Actor ROOT = Actor.system("test");

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister people;
    @Autowired
    AlertIntake intake;
    @Autowired
    ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String host = unique("ws-");
    private String incident;
    private String analyst;
    private String auditor;

    @BeforeEach
    void anIncidentAnAnalystAndAnAuditor() {
        people.putTeam(new Team("incident-api-test", "Incident API test"), ROOT);
        analyst = person(Role.ANALYST);
        auditor = person(Role.AUDITOR);
        String alert = "{\"title\":\"<b>t</b>\",\"severity\":\"high\",\"observables\":[{\"kind\":\"host\",\"value\":\"" + host + "\"}]}";
        incident = ((IntakeOutcome.Accepted) intake.receive(new AlertSource("test", "generic", Instant.EPOCH, null),
                alert.getBytes(StandardCharsets.UTF_8), false).get(0)).incident().toString();
    }

    @Test
    void incidentsAreListedByFilterAndReadWhole() throws Exception {
        JsonNode list = json.readTree(get("/api/incidents?ticket=OPEN&severity=HIGH&team=soc&q=" + host + "&limit=5", auditor).body());
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/id").asText()).isEqualTo(incident);
        JsonNode one = json.readTree(get("/api/incidents/" + incident, auditor).body());
        assertThat(one.at("/observables/0/value").asText()).isEqualTo(host);
        assertThat(one.at("/alerts/0/title").asText()).isEqualTo("<b>t</b>");
    }

    @Test
    void analystMovesTheTicketAndSetsTheSeverityWithAReason() throws Exception {
        HttpResponse<String> moved = post("/ticket", "{\"ticket\":\"IN_PROGRESS\",\"reason\":\"looking\"}", analyst);
        assertThat(json.readTree(moved.body()).path("ticket").asText()).isEqualTo("IN_PROGRESS");
        assertThat(json.readTree(post("/severity", "{\"severity\":\"LOW\",\"reason\":\"lab\"}", analyst).body()).path("severity").asText()).isEqualTo("LOW");
        HttpResponse<String> again = post("/severity", "{\"severity\":\"LOW\",\"reason\":\"lab\"}", analyst);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(json.readTree(again.body()).path("detail").asText()).contains("LOW already");
    }

    @Test
    void changeWithoutAReasonNamesTheField() throws Exception {
        HttpResponse<String> answer = post("/ticket", "{\"ticket\":\"CLOSED\",\"reason\":\" \"}", analyst);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).at("/fields/reason").asText()).isNotBlank();
        HttpResponse<String> unknown = post("/ticket", "{\"ticket\":\"DONE\",\"reason\":\"x\"}", analyst);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json.readTree(unknown.body()).path("detail").asText()).contains("ticket").contains("IN_PROGRESS");
    }

    @Test
    void onlyAnalystsChangeIncidents() throws Exception {
        assertThat(post("/ticket", "{\"ticket\":\"CLOSED\",\"reason\":\"x\"}", auditor).statusCode()).isEqualTo(403);
        assertThat(get("/api/incidents", "nobody:nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void whatThereIsNotIsNotFoundAndWhatIsNoIdIsRefused() throws Exception {
        assertThat(get("/api/incidents/INC-999999999", auditor).statusCode()).isEqualTo(404);
        assertThat(get("/api/incidents/31", auditor).statusCode()).isEqualTo(400);
        assertThat(get("/api/incidents?limit=1000", auditor).statusCode()).isEqualTo(400);
        assertThat(get("/api/incidents?ticket=DONE", auditor).statusCode()).isEqualTo(400);
        assertThat(get("/api/incidents?limit=1000", auditor).headers().firstValue("content-type")).hasValue("application/problem+json");
    }

    @Test
    void quarantinedRecordsAreListedAndReadAsBytes() throws Exception {
        String source = unique("q-");
        intake.receive(new AlertSource(source, "generic", Instant.EPOCH, null), "{<script>".getBytes(StandardCharsets.UTF_8), false);
        JsonNode list = json.readTree(get("/api/quarantine?source=" + source, auditor).body());
        assertThat(list.path("total").asInt()).isEqualTo(1);
        HttpResponse<String> raw = get("/api/quarantine/" + list.at("/items/0/id").asText() + "/raw", auditor);
        assertThat(raw.body()).isEqualTo("{<script>");
        assertThat(raw.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(raw.headers().firstValue("content-disposition")).hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    }

    @Test
    void administratorIssuesATokenOnce() throws Exception {
        String administrator = person(Role.ADMINISTRATOR);
        String source = unique("a-");
        HttpResponse<String> issued = post("/api/alert-sources", "", "{\"name\":\"" + source + "\",\"format\":\"ocsf\"}", administrator);
        assertThat(issued.statusCode()).isEqualTo(201);
        String token = json.readTree(issued.body()).path("token").asText();
        assertThat(token).hasSizeGreaterThan(40);
        assertThat(get("/api/alert-sources", administrator).body()).contains(source).doesNotContain(token);
        assertThat(post("/api/alert-sources/", source + "/revoke", "", administrator).statusCode()).isEqualTo(204);
        assertThat(post("/api/alert-sources", "", "{\"name\":\"" + unique("a-") + "\",\"format\":\"ocsf\"}", analyst).statusCode()).isEqualTo(403);
    }

    @Test
    void everyEndpointIsDescribed() throws Exception {
        JsonNode paths = json.readTree(get("/v3/api-docs", auditor).body()).path("paths");
        assertThat(paths.properties()).extracting(java.util.Map.Entry::getKey).contains("/api/alerts/{source}", "/api/alerts/generic/schema",
                "/api/incidents", "/api/incidents/{id}", "/api/incidents/{id}/ticket", "/api/incidents/{id}/severity", "/api/quarantine",
                "/api/quarantine/{id}/raw", "/api/alert-sources", "/api/alert-sources/{name}/rotate", "/api/alert-sources/{name}/revoke");
        assertThat(paths.at("/~1api~1alerts~1{source}/post/responses").properties()).extracting(java.util.Map.Entry::getKey).contains("202", "401", "413", "429");
    }

    @Test
    void schemaOfTheGenericFormatIsServed() throws Exception {
        HttpResponse<String> schema = get("/api/alerts/generic/schema", auditor);
        assertThat(schema.statusCode()).isEqualTo(200);
        assertThat(json.readTree(schema.body()).path("title").asText()).isEqualTo("Generic alert");
    }

    private String person(Role role) {
        String name = unique("p-");
        return name + ":" + people.addPerson(new NewPerson(name, name, "incident-api-test", Set.of(role)), false, ROOT);
    }

    private HttpResponse<String> get(String path, String who) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)), who);
    }

    private HttpResponse<String> post(String what, String body, String who) throws Exception {
        return post("/api/incidents/" + incident, what, body, who);
    }

    private HttpResponse<String> post(String path, String what, String body, String who) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + what)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)), who);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String who) throws Exception {
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 12);
    }
}

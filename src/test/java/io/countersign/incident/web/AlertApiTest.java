package io.countersign.incident.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IssuedToken;
import io.countersign.testing.CountersignTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class AlertApiTest {

    private static final String ALERT = "{\"title\":\"t\",\"severity\":\"low\",\"id\":\"%s\",\"x\":%s}";

    @LocalServerPort
    int port;
    @Autowired
    AlertSources sources;
    @Autowired
    ObjectMapper json;

    private final HttpClient http = HttpClient.newHttpClient();
    private IssuedToken token;

    @BeforeEach
    void aSource() {
        token = sources.create("s-" + UUID.randomUUID().toString().substring(0, 12), "generic", Actor.system("test"));
    }

    @Test
    void recordsAreAnsweredOneByOne() throws Exception {
        String alert = ALERT.formatted(UUID.randomUUID(), "1");
        HttpResponse<String> answer = post(token.token(), alert + "\n{\"title\":\n" + alert + "\n", "application/x-ndjson");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        JsonNode report = json.readTree(answer.body());
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.at("/results/0/incident").asText()).startsWith("INC-");
        assertThat(report.at("/results/1/status").asText()).isEqualTo("quarantined");
        assertThat(report.at("/results/1/problem/pointer").asText()).isEqualTo("/title");
        assertThat(report.at("/results/2/status").asText()).isEqualTo("duplicate");
        assertThat(report.at("/results/2/id")).isEqualTo(report.at("/results/0/id"));
    }

    @Test
    void nobodyPostsWithoutTheTokenOfTheSource() throws Exception {
        for (String wrong : new String[] {null, "", "wrong", token.token() + "x"}) {
            HttpResponse<String> answer = post(wrong, ALERT.formatted("a", "1"), "application/json");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("www-authenticate")).hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
        }
        sources.revoke(token.source(), Actor.system("test"));
        assertThat(post(token.token(), ALERT.formatted("a", "1"), "application/json").statusCode()).isEqualTo(401);
    }

    @Test
    void emptyArrayIsNothingToDo() throws Exception {
        HttpResponse<String> answer = post(token.token(), "[]", "application/json");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json.readTree(answer.body()).path("results")).isEmpty();
    }

    @Test
    void recordTooBigOrTooDeepAloneIsRefusedAndInCompanyIsKeptAside() throws Exception {
        String deep = ALERT.formatted(UUID.randomUUID(), "[".repeat(64) + "]".repeat(64));
        String big = ALERT.formatted(UUID.randomUUID(), "\"" + "a".repeat(2 << 20) + "\"");
        for (String beyond : new String[] {deep, big}) {
            HttpResponse<String> alone = post(token.token(), beyond, "application/json");
            assertThat(alone.statusCode()).isEqualTo(413);
            assertThat(json.readTree(alone.body()).at("/results/0/problem/kind").asText()).isEqualTo("OVER_LIMIT");
            HttpResponse<String> inCompany = post(token.token(), "[" + beyond + "," + ALERT.formatted(UUID.randomUUID(), "1") + "]", "application/json");
            assertThat(inCompany.statusCode()).isEqualTo(202);
            assertThat(json.readTree(inCompany.body()).path("accepted").asInt()).isEqualTo(1);
        }
    }

    @Test
    void requestOverTheLimitIsRefusedWhetherItDeclaresItsLengthOrNot() throws Exception {
        byte[] huge = ("[" + " ".repeat(10 << 20) + "]").getBytes();
        assertThat(post(token.token(), BodyPublishers.ofByteArray(huge), "application/json").statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = post(token.token(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)), "application/json");
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(json.readTree(chunked.body()).path("limit").asText()).isEqualTo("REQUEST_SIZE");
    }

    @Test
    void tooManyRecordsAreRefused() throws Exception {
        HttpResponse<String> answer = post(token.token(), "[" + "1,".repeat(1000) + "1]", "application/json");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json.readTree(answer.body()).path("limit").asText()).isEqualTo("RECORDS");
    }

    @Test
    void compressedBodiesAreRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri()).header("Authorization", "Bearer " + token.token()).header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("x")).build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(415);
    }

    @Test
    void everyFormatThatSourcesCanHaveTakesItsFixture() throws Exception {
        String[][] cases = {{"suricata-eve", "suricata-c2-beacon.json"}, {"elastic-security", "elastic-credential-dumping.json"},
            {"microsoft-graph", "graph-credential-theft.json"}, {"microsoft-defender-xdr", "xdr-ransomware.ndjson"},
            {"ocsf", "ocsf-ransomware.json"}, {"generic", "generic-c2.json"}};
        assertThat(sources.formats()).hasSize(cases.length);
        for (String[] format : cases) {
            token = sources.create("f-" + UUID.randomUUID().toString().substring(0, 12), format[0], Actor.system("test"));
            HttpResponse<String> answer = post(token.token(), Files.readString(Path.of("src/test/resources/incident", format[1])), "application/json");
            assertThat(json.readTree(answer.body()).path("quarantined").asInt(-1)).as(answer.body()).isZero();
        }
    }

    private HttpResponse<String> post(String bearer, String body, String type) throws IOException, InterruptedException {
        return post(bearer, BodyPublishers.ofString(body), type);
    }

    private HttpResponse<String> post(String bearer, BodyPublisher body, String type) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri()).header("Content-Type", type).POST(body);
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri() {
        return URI.create("http://localhost:" + port + "/api/alerts/" + token.source());
    }
}

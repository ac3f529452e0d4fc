package io.countersign.connector.list.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connector.list.ListConsumers;
import io.countersign.connector.list.ListKind;
import io.countersign.connector.list.ListPull;
import io.countersign.connector.list.Lists;
import io.countersign.connector.list.ServedLists;
import io.countersign.evidence.Actor;
import io.countersign.testing.CountersignTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class ListApiTest {

    @LocalServerPort
    int port;
    @Autowired
    ListConsumers consumers;
    @Autowired
    ServedLists lists;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String consumer = "fw-" + UUID.randomUUID().toString().substring(0, 12);
    private final String entry = UUID.randomUUID() + ".example";
    private String token;

    @BeforeEach
    void aConsumerAndAnEntry() {
        token = consumers.create(consumer, Actor.system("test")).token();
        Lists.byHand(ListKind.DOMAIN, entry);
    }

    @Test
    void aListIsPlainTextWithOneEntryALineAndAStrongETag() throws Exception {
        HttpResponse<String> answer = get("domain", bearer(token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "content-type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(header(answer, "etag")).matches("\"[0-9a-f]{64}\"");
        assertThat(header(answer, "cache-control")).isEqualTo("no-cache, private");
        assertThat(answer.headers().firstValue("last-modified")).isPresent();
        assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        assertThat(answer.body()).endsWith("\n");
        assertThat(answer.body().lines()).contains(entry).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void firewallsThatKnowOnlyHttpBasicSendTheTokenAsPassword() throws Exception {
        assertThat(get("domain", basic(consumer, token)).statusCode()).isEqualTo(200);
        assertThat(get("domain", basic("fw-another", token)).statusCode()).isEqualTo(401);
        assertThat(get("domain", basic(consumer, "wrong")).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHasNoValidTokenGetsNothing() throws Exception {
        for (String wrong : List.of("Bearer wrong", "Bearer " + token + "x", "Basic !!!", "Basic", "Digest x", "")) {
            HttpResponse<String> answer = get("domain", "Authorization", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.headers().allValues("www-authenticate")).anyMatch(way -> way.startsWith("Basic")).anyMatch(way -> way.startsWith("Bearer"));
            assertThat(answer.body()).doesNotContain(entry);
        }
        consumers.revoke(consumer, Actor.system("test"));
        assertThat(get("domain", bearer(token)).statusCode()).isEqualTo(401);
        String next = consumers.rotate(consumer, Actor.system("test")).token();
        assertThat(get("domain", bearer(token)).statusCode()).isEqualTo(401);
        assertThat(get("domain", bearer(next)).statusCode()).isEqualTo(200);
    }

    @Test
    void whatAConsumerHasIsNotSentAgainUntilOneByteIsAnother() throws Exception {
        HttpResponse<String> first = get("domain", bearer(token));
        HttpResponse<String> again = get("domain", bearer(token), "If-None-Match", header(first, "etag"));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "etag")).isEqualTo(header(first, "etag"));
        assertThat(again.body()).isEmpty();
        Lists.clear(ListKind.DOMAIN, entry);
        HttpResponse<String> changed = get("domain", bearer(token), "If-None-Match", header(first, "etag"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body().lines()).doesNotContain(entry);
    }

    /** By whole seconds, an entry that came in the second of the last pull would be missed. */
    @Test
    void aDateAloneNeverSavesTheTransfer() throws Exception {
        HttpResponse<String> first = get("domain", bearer(token));
        assertThat(get("domain", bearer(token), "If-Modified-Since", header(first, "last-modified")).statusCode()).isEqualTo(200);
    }

    /** A strong ETag is of the very bytes: whoever accepts compression gets them as they are. */
    @Test
    void aListIsNeverCompressed() throws Exception {
        HttpResponse<String> answer = get("domain", bearer(token), "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
        assertThat(header(answer, "etag")).startsWith("\"");
    }

    @Test
    void eachPullIsNotedAndAHeadIsNone() throws Exception {
        HttpResponse<String> head = http.send(request("domain", bearer(token)).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(pulls()).isEmpty();
        HttpResponse<String> answer = get("domain", bearer(token));
        assertThat(header(answer, "etag")).isEqualTo(header(head, "etag"));
        assertThat(pulls()).singleElement().satisfies(pull -> {
            assertThat(pull.list()).isEqualTo(ListKind.DOMAIN);
            assertThat(pull.etag()).isEqualTo(header(answer, "etag"));
        });
        ListPull first = pulls().get(0);
        get("domain", bearer(token), "If-None-Match", first.etag());
        assertThat(pulls()).singleElement().satisfies(pull -> {
            assertThat(pull.firstAt()).isEqualTo(first.firstAt());
            assertThat(pull.lastAt()).isAfter(first.lastAt());
        });
    }

    @Test
    void aListThatDoesNotExistIsNotFoundAndNoneCanBeWritten() throws Exception {
        assertThat(get("accounts", bearer(token)).statusCode()).isEqualTo(404);
        assertThat(http.send(request("domain", bearer(token)).POST(HttpRequest.BodyPublishers.ofString("evil.example")).build(), HttpResponse.BodyHandlers.ofString()).statusCode())
                .isIn(401, 403);
    }

    private List<ListPull> pulls() {
        return lists.latestPulls().stream().filter(pull -> pull.consumer().equals(consumer)).toList();
    }

    private HttpResponse<String> get(String list, String... headers) throws Exception {
        return http.send(request(list, headers).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String list, String[] authorization, String... headers) throws Exception {
        return http.send(request(list, authorization).headers(headers).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String list, String... headers) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/lists/" + list)).headers(headers);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static String[] basic(String name, String token) {
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString((name + ":" + token).getBytes(StandardCharsets.UTF_8))};
    }
}

package io.countersign.worker;

import static io.countersign.worker.LineTest.assertRefused;
import static io.countersign.worker.Segment.aCall;
import static io.countersign.worker.Segment.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.TestAuthority;
import io.countersign.connector.remote.TestNode;
import io.countersign.connector.remote.WorkerLine;
import io.countersign.evidence.EvidenceKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Who comes in on the port for workers, and what is open there; and what becomes of orders for which nobody comes. */
class LineDoorTest {

    private static Segment segment;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        segment = new Segment(folder, "300ms", "1s");
    }

    @AfterAll
    static void stop() {
        segment.close();
    }

    @Test
    void anOrderThatNobodyFetchedIsNotDoneAndNeverHandedOutLater() {
        ConnectorCall call = aCall();
        Credential credential = segment.credential(Verb.ACT, call);
        assertThat(segment.gate().act(call, credential)).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains("No worker serves 'gate' now", "nothing was done", "dmz may serve it"));
        assertThatThrownBy(() -> segment.gate().capture(call)).isInstanceOf(TargetUnreadable.class).hasMessageContaining("No worker serves 'gate' now");
        NodeLine late = segment.line(segment.dmz);
        WorkerLine.Ask ask = ask(Gate.ID);
        CompletableFuture<Optional<RemoteOrder>> asked = Segment.inTheBackground(() -> late.next(ask));
        while (!asked.isDone()) {
            late.leave(new WorkerLine.Leave(ask.process()));
        }
        assertThat(asked.join()).as("nothing waits for it").isEmpty();
        assertThat(segment.shut).doesNotContain(call.target().value());
    }

    @Test
    void theSelfCheckSaysThatNobodyServesItAndWhoCameLast() {
        assertThat(segment.gate().check().usable()).isFalse();
        WorkerLine.Ask ask = ask(Gate.ID);
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Optional<RemoteOrder>> asked = Segment.inTheBackground(() -> line.next(ask));
        while (!asked.isDone()) {
            line.leave(new WorkerLine.Leave(ask.process()));
        }
        assertThat(segment.gate().check().findings()).singleElement().asString().contains("No worker serves 'gate' now", "dmz came last, at ", "Start the worker");
    }

    @Test
    void withoutACertificateNobodyComesIn() {
        assertThatThrownBy(() -> asks(client(null), segment.node().line(), WorkerLine.NEXT)).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        TestAuthority.Pem stranger = segment.nodes.issue("dmz");
        assertThatThrownBy(() -> asks(client(stranger), segment.node().line(), WorkerLine.NEXT)).isInstanceOf(IOException.class);
    }

    @Test
    void aNodeOfAnotherAuthorityGetsNothing() {
        NodeLine line = TestWorker.line(segment.node().line(), segment.workers.certificate(), segment.dmz);
        assertThatThrownBy(() -> line.next(ask(Gate.ID))).isInstanceOf(LineFailure.Broken.class);
    }

    @Test
    void aWorkerThatNoProductNamesIsRefusedAndRecorded() throws Exception {
        NodeLine line = segment.line(segment.workers.issue("intruder"));
        assertRefused(403, () -> line.next(ask(Gate.ID)));
        assertRecorded("intruder", "no connector may be served");
    }

    @Test
    void aWorkerThatAsksForMoreThanItMayServeGetsNothingAndIsRecorded() {
        NodeLine line = segment.line(segment.dmz);
        assertThatThrownBy(() -> line.next(ask(Gate.ID, "ldap"))).isInstanceOf(LineFailure.Refused.class).hasMessageContaining("'dmz' may not serve 'ldap'");
        assertRecorded("dmz", "may not serve 'ldap'");
    }

    @Test
    void aWorkerOfAnotherVersionIsToldSo() {
        NodeLine line = segment.line(segment.dmz);
        assertThatThrownBy(() -> line.next(new WorkerLine.Ask(WorkerLine.VERSION + 1, UUID.randomUUID(), Set.of(Gate.ID))))
                .isInstanceOf(LineFailure.Refused.class).hasMessageContaining("Run the same version");
        assertRecorded("dmz", "version");
    }

    @Test
    void theOrdersOfOneSegmentGoToItsOwnWorker() throws Exception {
        Set<String> branch = Gate.open();
        ConnectorCall call = aCall();
        try (TestWorker dmz = segment.aWorker();
                TestWorker other = TestWorker.start(segment.node().line(), segment.nodes.certificate(), segment.workers.issue("branch"),
                        (claims, verifier) -> new Gate(branch, claims, verifier))) {
            org.awaitility.Awaitility.await().until(() -> segment.node().connector("branch-gate").check().usable());
            assertThat(segment.node().connector("branch-gate").act(call, segment.credentials.issue(Verb.ACT, "branch-gate", call.digest(), call.target())))
                    .isEqualTo(new Answer.Accepted("shut (worker branch)"));
            assertThat(branch).containsExactly(call.target().value());
            assertThat(segment.shut).doesNotContain(call.target().value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/login", "/error", "/api/incidents", "/actuator/health", "/worker/../", "//"})
    void onThePortForWorkersThereAreNoPages(String path) throws Exception {
        HttpClient worker = client(segment.dmz);
        HttpResponse<String> answer = worker.send(HttpRequest.newBuilder(URI.create(segment.node().line() + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 403);
        assertThat(answer.body()).doesNotContain(TestNode.PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {WorkerLine.NEXT, WorkerLine.LEAVE, "/worker/orders/5f2b0c1e-0f3c-4f57-9d35-000000000000/claim", "/worker/"})
    void onThePortOfThePagesThereIsNothingForWorkers(String path) throws Exception {
        assertThat(asks(client(null), segment.node().pages(), path)).isEqualTo(404);
        assertThat(client(null).send(HttpRequest.newBuilder(segment.node().pages()).build(), HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(TestNode.PAGE);
    }

    @ParameterizedTest
    @CsvSource({"'{}',400", "'null',400", "'[',400", "'{\"version\":1,\"process\":\"5f2b0c1e-0f3c-4f57-9d35-000000000000\",\"connectors\":[\"a b\"]}',400"})
    void whatIsNoQuestionIsRefused(String body, int status) throws Exception {
        assertThat(post(client(segment.dmz), segment.node().line(), WorkerLine.NEXT, HttpRequest.BodyPublishers.ofString(body))).isEqualTo(status);
    }

    @Test
    void tooMuchIsRefusedUnread() throws Exception {
        byte[] much = new byte[65 * 1024];
        assertThat(post(client(segment.dmz), segment.node().line(), WorkerLine.NEXT, HttpRequest.BodyPublishers.ofByteArray(much))).isEqualTo(413);
        assertThat(post(client(segment.dmz), segment.node().line(), WorkerLine.NEXT,
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(much)))).as("without a length").isEqualTo(413);
    }

    private static void assertRecorded(String worker, String why) {
        verify(segment.node().evidence(), atLeastOnce()).append(argThat(entry -> entry.kind() == EvidenceKind.WORKER_REFUSED
                && worker.equals(entry.facts().get("worker")) && String.valueOf(entry.facts().get("why")).contains(why)));
    }

    private static int asks(HttpClient client, URI node, String path) throws IOException, InterruptedException {
        return post(client, node, path, HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static int post(HttpClient client, URI node, String path, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(node.resolve(path)).POST(body).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static HttpClient client(TestAuthority.Pem own) {
        PemSslStoreDetails keys = own == null ? null : PemSslStoreDetails.forCertificate(own.certificate().toUri().toString()).withPrivateKey(own.key().toUri().toString());
        SSLContext tls = SslBundle.of(new PemSslStoreBundle(keys, PemSslStoreDetails.forCertificate(segment.nodes.certificate().toUri().toString()))).createSslContext();
        return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    }
}

package io.countersign.worker;

import static org.awaitility.Awaitility.await;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.TestCredentials;
import io.countersign.connector.Answer;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.TestAuthority;
import io.countersign.connector.remote.TestNode;
import io.countersign.connector.remote.WorkerLine;
import io.countersign.evidence.ActionRunId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A node that gives orders, a segment with a gate in it, and certificates for who works there: {@code dmz}, for {@code gate}, and {@code branch}, for {@code branch-gate}. */
final class Segment implements AutoCloseable {

    static final TargetState OPEN = TargetState.of("blocked", "false");
    static final TargetState SHUT = TargetState.of("blocked", "true");

    final TestCredentials credentials = new TestCredentials();
    final Set<String> shut = Gate.open();
    final TestAuthority nodes;
    final TestAuthority workers;
    final TestAuthority.Pem dmz;
    private final TestAuthority.Pem own;
    private final String fetchWithin;
    private final String answerWithin;
    private TestNode node;

    Segment(Path folder, String fetchWithin, String answerWithin) throws Exception {
        this.nodes = TestAuthority.in(folder.resolve("nodes"));
        this.workers = TestAuthority.in(folder.resolve("workers"));
        this.own = nodes.issue("node");
        this.dmz = workers.issue("dmz");
        this.fetchWithin = fetchWithin;
        this.answerWithin = answerWithin;
        this.node = start(0);
        warmUp();
    }

    /** What a first use of each part takes must not count as the time of an order. */
    private void warmUp() {
        ConnectorCall call = aCall();
        ClaimsForTests.redeemingWith(credentials).mayHaveChanged("gate", call);
        try (TestWorker worker = aWorker()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> gate().check().usable());
            await().atMost(Duration.ofMinutes(1)).until(() -> act(aCall()) instanceof Answer.Accepted);
        }
        shut.clear();
    }

    private TestNode start(int port) {
        return TestNode.start(port, workers.certificate(), own, ClaimsForTests.redeemingWith(credentials), credentials, "fetch-within=" + fetchWithin, "answer-within=" + answerWithin,
                "products.gate.actions=block-address", "products.gate.workers=dmz", "products.branch-gate.actions=block-address",
                "products.branch-gate.workers=branch", "products.branch-gate.connector=gate");
    }

    TestNode node() {
        return node;
    }

    Connector gate() {
        return node.connector("gate");
    }

    void restart() {
        URI line = node.line();
        node.close();
        node = start(line.getPort());
    }

    TestWorker aWorker() {
        return TestWorker.start(node.line(), nodes.certificate(), dmz, (claims, verifier) -> new Gate(shut, claims, verifier));
    }

    /** What it does between looking and claiming, and between claiming and sending, is given. */
    TestWorker aWorkerHeldUp(Runnable beforeClaim, Runnable afterClaim) {
        return TestWorker.start(node.line(), nodes.certificate(), dmz,
                (claims, verifier) -> new Gate(shut, ClaimsForTests.heldUp(claims, beforeClaim, afterClaim), verifier));
    }

    /** Of which a test does what a worker would. */
    NodeLine line(TestAuthority.Pem own) {
        return TestWorker.line(node.line(), nodes.certificate(), own);
    }

    static WorkerLine.Ask ask(String... connectors) {
        return new WorkerLine.Ask(WorkerLine.VERSION, UUID.randomUUID(), Set.of(connectors));
    }

    static RemoteOrder fetch(NodeLine line) {
        return line.next(ask(Gate.ID)).orElseThrow();
    }

    static ConnectorCall aCall() {
        return new ConnectorCall(new ActionRunId(UUID.randomUUID()), new ActionDigest("ab".repeat(32)), "block-address",
                new Target(TargetKind.ADDRESS, "2001:db8::" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff)), Map.of());
    }

    Credential credential(Verb verb, ConnectorCall call) {
        return credentials.issue(verb, "gate", call.digest(), call.target());
    }

    Answer act(ConnectorCall call) {
        return gate().act(call, credential(Verb.ACT, call));
    }

    CompletableFuture<Answer> acting(ConnectorCall call) {
        return inTheBackground(() -> act(call));
    }

    static <T> CompletableFuture<T> inTheBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task, "giver").start());
    }

    Answer undo(ConnectorCall call) {
        return gate().undo(call, OPEN, credential(Verb.UNDO, call));
    }

    @Override
    public void close() {
        node.close();
    }
}

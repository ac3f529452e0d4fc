package io.countersign.worker;

import static io.countersign.worker.Segment.OPEN;
import static io.countersign.worker.Segment.SHUT;
import static io.countersign.worker.Segment.aCall;
import static io.countersign.worker.Segment.ask;
import static io.countersign.worker.Segment.fetch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialRefused;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.RemoteResult;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders and their ends, over real sockets and certificates; workers that die or come late are played by the test itself. */
class LineTest {

    private static Segment segment;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        segment = new Segment(folder, "20s", "3s");
    }

    @AfterAll
    static void stop() {
        segment.close();
    }

    @Test
    void whatTheNodeAsksTheWorkerDoes() {
        ConnectorCall call = aCall();
        try (TestWorker worker = segment.aWorker()) {
            assertThat(segment.gate().capture(call)).isEqualTo(OPEN);
            assertThat(segment.gate().expected(call, OPEN)).isEqualTo(SHUT);
            assertThat(segment.act(call)).isEqualTo(new Answer.Accepted("shut (worker dmz)"));
            assertThat(segment.shut).contains(call.target().value());
            assertThat(segment.gate().enumerate()).isEmpty();
            assertThat(segment.gate().check().usable()).isTrue();
            assertThat(segment.undo(call)).isEqualTo(new Answer.Accepted("opened (worker dmz)"));
            assertThat(segment.shut).doesNotContain(call.target().value());
        }
    }

    @Test
    void whatTheConnectorThrowsTheNodeThrows() {
        ConnectorCall call = aCall();
        ConnectorCall unknown = new ConnectorCall(call.actionRun(), call.digest(), call.actionType(),
                new io.countersign.action.Target(call.target().kind(), Gate.UNKNOWN), call.parameters());
        ConnectorCall impossible = new ConnectorCall(call.actionRun(), call.digest(), "launch-rocket", call.target(), call.parameters());
        try (TestWorker worker = segment.aWorker()) {
            assertThatThrownBy(() -> segment.gate().capture(unknown)).isInstanceOf(TargetUnreadable.class).hasMessage("The gate does not know " + Gate.UNKNOWN);
            assertThatThrownBy(() -> segment.gate().act(call, segment.credentials.forge())).isInstanceOf(CredentialRefused.class);
            assertThatThrownBy(() -> segment.gate().capture(impossible)).isInstanceOf(NoConnector.class);
            assertThat(segment.shut).doesNotContain(call.target().value());
        }
    }

    @Test
    void theCredentialNeverLeavesTheNode() {
        ConnectorCall call = aCall();
        Credential credential = segment.credential(Verb.ACT, call);
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Answer> acting = Segment.inTheBackground(() -> segment.gate().act(call, credential));
        RemoteOrder order = fetch(line);
        assertThat(new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(order).toString()).doesNotContain(credential.token()).contains(call.target().value());
        line.result(order.id(), CarriesOut.notDone(order, "not today"));
        assertThat(acting.join()).isEqualTo(new Answer.Refused("not today (worker dmz)"));
    }

    @Test
    void aWorkerThatDiesBeforeItClaimsHasDoneNothingAndNobodyClaimsItLater() {
        ConnectorCall call = aCall();
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Answer> acting = segment.acting(call);
        RemoteOrder order = fetch(line);
        assertThat(acting.join()).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("had not asked for leave"));
        assertRefused(410, () -> line.claim(order.id(), true));
        assertRefused(410, () -> line.redeem(order.id()));
        assertRefused(410, () -> line.result(order.id(), CarriesOut.notDone(order, "late")));
        try (TestWorker worker = segment.aWorker()) {
            assertThat(segment.undo(call)).as("nothing was claimed").isInstanceOf(Answer.Accepted.class);
            assertThat(segment.act(call)).as("and the key is unused").isInstanceOf(Answer.Accepted.class);
        }
    }

    @Test
    void aWorkerThatDiesAfterItClaimedUsedTheKeyUp() {
        ConnectorCall call = aCall();
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Answer> acting = segment.acting(call);
        assertThat(line.claim(fetch(line).id(), true)).isTrue();
        assertThat(acting.join()).isInstanceOf(Answer.Lost.class);
        try (TestWorker worker = segment.aWorker()) {
            assertThat(segment.act(call)).as("not sent again").isInstanceOf(Answer.Lost.class);
            assertThat(segment.shut).doesNotContain(call.target().value());
            assertThat(segment.undo(call)).as("it may still arrive").isInstanceOf(Answer.Lost.class);
        }
    }

    @Test
    void aLookWithoutAnAnswerSawNothing() {
        CompletableFuture<Throwable> looking = Segment.inTheBackground(() -> org.assertj.core.api.Assertions.catchThrowable(() -> segment.gate().capture(aCall())));
        fetch(segment.line(segment.dmz));
        assertThat(looking.join()).isInstanceOf(TargetUnreadable.class).hasMessageContaining("dmz");
    }

    @Test
    void whoClaimsTooLateSendsNothing() throws Exception {
        ConnectorCall call = aCall();
        CountDownLatch nodeWentOn = new CountDownLatch(1);
        CountDownLatch claimed = new CountDownLatch(1);
        try (TestWorker worker = segment.aWorkerHeldUp(() -> wait(nodeWentOn), claimed::countDown)) {
            assertThat(segment.act(call)).isInstanceOf(Answer.Refused.class);
            nodeWentOn.countDown();
        }
        assertThat(claimed.getCount()).as("the claim was refused").isOne();
        assertThat(segment.shut).doesNotContain(call.target().value());
    }

    @Test
    void aWorkerThatSaysDoneWithoutLeaveIsNotBelieved() {
        ConnectorCall call = aCall();
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Answer> acting = segment.acting(call);
        line.result(fetch(line).id(), RemoteResult.Said.of(new Answer.Accepted("done")));
        assertThat(acting.join()).isInstanceOfSatisfying(Answer.Lost.class, lost -> assertThat(lost.reason()).contains("never redeemed"));
    }

    @Test
    void anOrderToLookGivesNoLeaveToAct() {
        NodeLine line = segment.line(segment.dmz);
        CompletableFuture<Object> looking = Segment.inTheBackground(() -> segment.gate().capture(aCall()));
        RemoteOrder order = fetch(line);
        assertRefused(422, () -> line.claim(order.id(), true));
        line.result(order.id(), new RemoteResult.Seen(OPEN));
        assertThat(looking.join()).isEqualTo(OPEN);
    }

    @Test
    void anotherWorkerCannotTouchAnOrder() throws Exception {
        ConnectorCall call = aCall();
        NodeLine line = segment.line(segment.dmz);
        NodeLine other = segment.line(segment.workers.issue("branch"));
        CompletableFuture<Answer> acting = segment.acting(call);
        RemoteOrder order = fetch(line);
        assertRefused(410, () -> other.claim(order.id(), true));
        assertRefused(410, () -> other.result(order.id(), RemoteResult.Said.of(new Answer.Accepted("done"))));
        assertThat(line.claim(order.id(), true)).isTrue();
        line.result(order.id(), RemoteResult.Said.of(new Answer.Accepted("done")));
        assertThat(acting.join()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aWorkerFindsTheNodeAgainThatWasRestarted() {
        ConnectorCall call = aCall();
        try (TestWorker worker = segment.aWorker()) {
            assertThat(segment.gate().capture(call)).isEqualTo(OPEN);
            segment.restart();
            assertThat(segment.gate().capture(call)).isEqualTo(OPEN);
        }
    }

    @Test
    void whoHasAnOrderOfANodeThatDiedSendsNothing() {
        ConnectorCall call = aCall();
        CompletableFuture<Answer> acting = new CompletableFuture<>();
        try (TestWorker worker = segment.aWorkerHeldUp(segment::restart, () -> { })) {
            segment.acting(call).whenComplete((answer, failed) -> acting.complete(answer));
            assertThat(acting.join()).isNotInstanceOf(Answer.Accepted.class);
        }
        assertThat(segment.shut).doesNotContain(call.target().value());
    }

    @Test
    void aWorkerThatIsToldToStopFinishesWhatItHasInHand() throws Exception {
        ConnectorCall call = aCall();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        TestWorker worker = segment.aWorkerHeldUp(began::countDown, () -> wait(goOn));
        CompletableFuture<Answer> acting = segment.acting(call);
        began.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(worker::close, task -> new Thread(task).start());
        goOn.countDown();
        assertThat(acting.join()).isInstanceOf(Answer.Accepted.class);
        stopping.join();
        assertThat(worker.ended()).isTrue();
    }

    @Test
    void nobodyHandsAnOrderToAWorkerThatLeft() {
        NodeLine line = segment.line(segment.dmz);
        io.countersign.connector.remote.WorkerLine.Ask ask = ask(Gate.ID);
        CompletableFuture<Optional<RemoteOrder>> waiting = Segment.inTheBackground(() -> line.next(ask));
        await().until(() -> {
            line.leave(new io.countersign.connector.remote.WorkerLine.Leave(ask.process()));
            return waiting.isDone();
        });
        assertThat(waiting.join()).isEmpty();
    }

    static void assertRefused(int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(LineFailure.Refused.class, refused -> assertThat(refused.status()).isEqualTo(status));
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

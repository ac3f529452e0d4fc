package io.countersign.connector.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.connector.TargetState;
import io.countersign.connector.remote.RemoteOrder.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class RemoteOrdersTest {

    private static final String GATE = "gate";
    private static final Set<String> GATES = Set.of(GATE);

    @Test
    void whatOneAsksAndAnotherGivesMeets() throws Exception {
        RemoteOrders orders = orders(Duration.ofSeconds(20), Duration.ofSeconds(20));
        Poll first = poll();
        orders.ask(first, GATES);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> orders.give(GATE, order(), null), task -> new Thread(task).start());
        RemoteOrder fetched = awaited(first);
        orders.find(fetched.id()).answer("dmz", new RemoteResult.Seen(TargetState.of("a", "b")));
        assertThat(outcome.join()).isEqualTo(new Outcome.Answered("dmz", new RemoteResult.Seen(TargetState.of("a", "b")), false));
        assertThatThrownBy(() -> orders.find(fetched.id())).isInstanceOf(OrderOver.class);
    }

    /** The two meet at the same instant, again and again: either it was withdrawn, or somebody has it; never both, never neither. */
    @Test
    void anOrderIsEitherWithdrawnOrHandedOut() throws Exception {
        ExecutorService giver = Executors.newSingleThreadExecutor();
        for (int n = 0; n < 20_000; n++) {
            OpenOrder open = new OpenOrder(GATE, order(), null);
            CyclicBarrier together = new CyclicBarrier(2);
            Future<Boolean> fetched = giver.submit(() -> {
                together.await();
                return open.fetchedWithin(Duration.ZERO);
            });
            together.await();
            boolean handed = open.handTo("dmz", () -> true);
            assertThat(fetched.get()).isEqualTo(handed);
            assertThat(open.handTo("other", () -> true)).as("whichever it was, it stays so").isFalse();
        }
        giver.shutdownNow();
    }

    /** A claim that has begun is over before the giver goes on, so that what is then read in the books stays so. */
    @Test
    void theGiverWaitsForAStepThatIsUnderWay() throws Exception {
        OpenOrder open = new OpenOrder(GATE, order(), null);
        open.handTo("dmz", () -> true);
        CountDownLatch claiming = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        CompletableFuture<Boolean> step = CompletableFuture.supplyAsync(() -> open.whileOpen("dmz", () -> {
            claiming.countDown();
            return waited(committed);
        }), task -> new Thread(task).start());
        claiming.await();
        CompletableFuture<Boolean> giver = CompletableFuture.supplyAsync(() -> open.answerWithin(Duration.ofMillis(1)).isEmpty() && step.isDone() || committed.getCount() == 0,
                task -> new Thread(task).start());
        assertThatThrownBy(() -> giver.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(java.util.concurrent.TimeoutException.class);
        committed.countDown();
        assertThat(giver.get(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> open.whileOpen("dmz", () -> true)).isInstanceOf(OrderOver.class);
    }

    @Test
    void aPollThatIsOverGetsNothingAndTheOrderStays() {
        Poll over = poll();
        over.end();
        OpenOrder open = new OpenOrder(GATE, order(), null);
        assertThat(over.give(open)).isFalse();
        assertThat(poll().give(open)).isTrue();
        assertThat(poll().give(open)).as("only once").isFalse();
    }

    /** Its request ended between two looks of ours: the server throws when it is to be answered. */
    @Test
    void anOrderThatCannotBeSentAnyMoreGoesToTheNextThatWaits() throws Exception {
        RemoteOrders orders = orders(Duration.ofSeconds(20), Duration.ofSeconds(20));
        Poll gone = poll();
        gone.answer().setResultHandler(result -> {
            throw new IllegalStateException("The request has completed");
        });
        Poll next = poll();
        orders.ask(gone, GATES);
        orders.ask(next, GATES);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> orders.give(GATE, order(), null), task -> new Thread(task).start());
        orders.find(awaited(next).id()).answer("dmz", new RemoteResult.Seen(TargetState.of("a", "b")));
        assertThat(outcome.join()).isInstanceOf(Outcome.Answered.class);
    }

    /** Whoever redeemed the credential may have sent: that it was refused is then no proof of anything. */
    @Test
    void aCredentialThatWasRedeemedWasNotRefused() {
        RemoteResult failed = new RemoteResult.Failed(RemoteResult.Failed.Cause.CREDENTIAL_REFUSED, "not for this");
        assertThat(Reading.answer(new Outcome.Answered("dmz", failed, true))).isInstanceOf(io.countersign.connector.Answer.Lost.class);
        assertThatThrownBy(() -> Reading.answer(new Outcome.Answered("dmz", failed, false))).isInstanceOf(io.countersign.agent.CredentialRefused.class);
    }

    @Test
    void nobodyWaitsForMoreThanIsAllowedNorAtANodeThatStops() {
        RemoteOrders orders = orders(Duration.ofSeconds(1), Duration.ofSeconds(1));
        Poll waiting = poll();
        orders.ask(waiting, GATES);
        for (int n = 1; n < RemoteOrders.MOST_POLLS; n++) {
            orders.ask(poll(), GATES);
        }
        assertThatThrownBy(() -> orders.ask(poll(), GATES)).isInstanceOf(LineRefusal.class);
        orders.stop();
        assertThat(waiting.answer().getResult()).as("told to ask elsewhere").isEqualTo(ResponseEntity.noContent().build());
        assertThatThrownBy(() -> orders.ask(poll(), GATES)).isInstanceOf(LineRefusal.class).hasMessageContaining("stopped");
    }

    @Test
    void aResultOfAnotherKindIsNoState() {
        Outcome odd = new Outcome.Answered("dmz", new RemoteResult.Holds(List.of()), false);
        assertThatThrownBy(() -> Reading.of(odd, RemoteResult.Seen.class)).hasMessageContaining("something else");
        assertThat(Reading.answer(odd)).isInstanceOf(io.countersign.connector.Answer.Lost.class);
    }

    private static RemoteOrders orders(Duration fetch, Duration answer) {
        RemoteSettings.Product gate = new RemoteSettings.Product("Gate", Set.of("block-address"), Set.of("dmz"), null);
        return new RemoteOrders(new RemoteSettings(0, "workers", fetch, answer, Map.of(GATE, gate)), InstantSource.system());
    }

    private static Poll poll() {
        return new Poll("dmz", UUID.randomUUID(), GATES, 20_000);
    }

    private static RemoteOrder order() {
        return new RemoteOrder(UUID.randomUUID(), Kind.CAPTURE, GATE, null, null);
    }

    private static RemoteOrder awaited(Poll poll) {
        org.awaitility.Awaitility.await().until(() -> poll.answer().hasResult());
        return (RemoteOrder) ((ResponseEntity<?>) poll.answer().getResult()).getBody();
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}

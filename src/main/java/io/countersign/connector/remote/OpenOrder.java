package io.countersign.connector.remote;

import io.countersign.agent.Credential;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * An order, from when it was given until its giver goes on. Each change of its state excludes every other, and a step that the worker
 * asks for is a part of the state {@code HANDED}: when the giver goes on, no step is under way and none can begin any more. So what
 * the giver then finds claimed, or not, stays so.
 */
final class OpenOrder {

    private enum State {
        /** No worker has it. */
        WAITING,
        /** One worker has it; nobody else will. */
        HANDED,
        /** The giver goes on, or has the answer. */
        OVER
    }

    private final String product;
    private final RemoteOrder order;
    private final Credential credential;
    private final CountDownLatch handed = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private String worker;
    private RemoteResult result;
    private boolean redeemed;

    /** @param credential null for an order that changes nothing */
    OpenOrder(String product, RemoteOrder order, Credential credential) {
        this.product = product;
        this.order = order;
        this.credential = credential;
    }

    String product() {
        return product;
    }

    RemoteOrder order() {
        return order;
    }

    Credential credential() {
        return credential;
    }

    /** Who has it, or had it; null as long as nobody has. */
    synchronized String worker() {
        return worker;
    }

    /** Whether its credential was redeemed: otherwise its worker had no leave to change anything. */
    synchronized boolean redeemed() {
        return redeemed;
    }

    synchronized void redeemedNow() {
        redeemed = true;
    }

    /** @param sent gives it to the worker; false if that one does not wait any more, and then nothing changed */
    boolean handTo(String whom, BooleanSupplier sent) {
        // Asked before the lock, too: whoever looks for an order does not wait for a step of one that is long handed over.
        if (state != State.WAITING) {
            return false;
        }
        synchronized (this) {
            if (state != State.WAITING || !sent.getAsBoolean()) {
                return false;
            }
            state = State.HANDED;
            worker = whom;
            handed.countDown();
            return true;
        }
    }

    /** Waits until somebody has it. @return false if nobody has, and nobody will */
    boolean fetchedWithin(Duration time) {
        await(handed, time);
        synchronized (this) {
            if (state == State.WAITING) {
                state = State.OVER;
                return false;
            }
            return true;
        }
    }

    /** Waits for the answer. @return empty if there is none, and there will be none */
    Optional<RemoteResult> answerWithin(Duration time) {
        await(answered, time);
        synchronized (this) {
            state = State.OVER;
            return Optional.ofNullable(result);
        }
    }

    /** Takes a step for the worker that has it. @throws OrderOver if it is not, or no longer, theirs to carry out */
    synchronized <T> T whileOpen(String who, Supplier<T> step) {
        if (state != State.HANDED || !who.equals(worker)) {
            throw new OrderOver();
        }
        return step.get();
    }

    /** @throws OrderOver as above */
    void answer(String who, RemoteResult said) {
        whileOpen(who, () -> {
            result = said;
            state = State.OVER;
            answered.countDown();
            return said;
        });
    }

    private static void await(CountDownLatch latch, Duration time) {
        try {
            latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

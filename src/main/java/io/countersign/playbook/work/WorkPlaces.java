package io.countersign.playbook.work;

import io.countersign.execution.Waiting;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the work of this node is done: each topic has so many places. Whoever waits for a product leaves its place to others, and comes back when
 * one is free; then it only costs a thread, so there is a limit to all that is in hand. Whatever is used up by one topic, each other may still have as many
 * in hand as it has places: what a slow product keeps waiting must not keep a roll-back at another from being begun.
 */
final class WorkPlaces {

    /** How many times the places of one topic may be in hand, most of them waiting. */
    private static final int WAITING = 8;

    private final Map<String, Semaphore> places;
    private final Map<String, AtomicInteger> own;
    private final AtomicInteger left;
    private final WorkSignal signal;

    WorkPlaces(Collection<String> topics, int each, WorkSignal signal) {
        this.places = topics.stream().collect(Collectors.toMap(Function.identity(), topic -> new Semaphore(each)));
        this.own = topics.stream().collect(Collectors.toMap(Function.identity(), topic -> new AtomicInteger(each)));
        this.left = new AtomicInteger(WAITING * each);
        this.signal = signal;
    }

    /** Free places by topic, without those that have none, or too much in hand. */
    Map<String, Integer> free() {
        return places.keySet().stream().filter(topic -> free(topic) > 0).collect(Collectors.toMap(Function.identity(), this::free));
    }

    private int free(String topic) {
        return Math.min(places.get(topic).availablePermits(), Math.max(left.get(), own.get(topic).get()));
    }

    /** Does the work in a place, once there is one. @param taken what {@link #take} answered */
    void work(String topic, boolean taken, Runnable work) {
        Semaphore place = places.get(topic);
        if (!taken) {
            place.acquireUninterruptibly();
        }
        try {
            Waiting.workIn(new Waiting.Place() {
                @Override
                public void leave() {
                    give(place);
                }

                @Override
                public void comeBack() {
                    place.acquireUninterruptibly();
                }
            }, work);
        } finally {
            done(topic);
            give(place);
        }
    }

    /**
     * Work is in hand from now on. Never waits: the caller renews the locks of all that is in hand.
     *
     * @return whether it has a place; not, if somebody came back to the last one since it was seen free
     */
    boolean take(String topic) {
        left.decrementAndGet();
        own.get(topic).decrementAndGet();
        return places.get(topic).tryAcquire();
    }

    /** Work that was taken in hand cannot be begun. */
    void giveUp(String topic, boolean taken) {
        done(topic);
        if (taken) {
            give(places.get(topic));
        }
    }

    private void done(String topic) {
        own.get(topic).incrementAndGet();
        if (left.getAndIncrement() <= 0) {
            signal.wake();
        }
    }

    private void give(Semaphore place) {
        boolean wasFull = place.availablePermits() == 0;
        place.release();
        if (wasFull) {
            signal.wake();
        }
    }
}

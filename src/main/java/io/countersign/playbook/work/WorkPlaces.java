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
 * one is free; then it only costs a thread, so there is a limit to all that is in hand.
 */
final class WorkPlaces {

    /** How many times the places of one topic may be in hand, most of them waiting. */
    private static final int WAITING = 8;

    private final Map<String, Semaphore> places;
    private final AtomicInteger left;
    private final WorkSignal signal;

    WorkPlaces(Collection<String> topics, int each, WorkSignal signal) {
        this.places = topics.stream().collect(Collectors.toMap(Function.identity(), topic -> new Semaphore(each)));
        this.left = new AtomicInteger(WAITING * each);
        this.signal = signal;
    }

    /** Free places by topic, without those that have none; none at all when too much is in hand. */
    Map<String, Integer> free() {
        int most = left.get();
        return places.entrySet().stream().filter(place -> most > 0 && place.getValue().availablePermits() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, place -> Math.min(most, place.getValue().availablePermits())));
    }

    /** Does the work in a place that {@link #take} took. */
    void work(String topic, Runnable work) {
        Semaphore place = places.get(topic);
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
            if (left.getAndIncrement() == 0) {
                signal.wake();
            }
            give(place);
        }
    }

    void take(String topic) {
        places.get(topic).acquireUninterruptibly();
        left.decrementAndGet();
    }

    private void give(Semaphore place) {
        boolean wasFull = place.availablePermits() == 0;
        place.release();
        if (wasFull) {
            signal.wake();
        }
    }
}

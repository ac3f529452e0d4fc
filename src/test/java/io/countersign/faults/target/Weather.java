package io.countersign.faults.target;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to an order on its way. The same seed does the same to the n-th order for the same thing, whenever it comes. */
final class Weather {

    /** What can happen. */
    enum Kind { CALM, SLOW, ANSWER_LOST, REQUEST_LOST, REQUEST_LATE, ACCEPTED_FIRST, DOUBLED, REFUSED }

    /** @param millis how slow, or how much later */
    record Fault(Kind kind, long millis) {
    }

    private static final Fault NONE = new Fault(Kind.CALM, 0);
    private static final Kind[] ODDS = {Kind.CALM, Kind.CALM, Kind.CALM, Kind.CALM, Kind.SLOW, Kind.SLOW, Kind.ANSWER_LOST, Kind.ANSWER_LOST, Kind.REQUEST_LOST,
            Kind.REQUEST_LATE, Kind.ACCEPTED_FIRST, Kind.ACCEPTED_FIRST, Kind.DOUBLED, Kind.REFUSED};

    private final long seed;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile boolean calm;

    Weather(long seed) {
        this.seed = seed;
    }

    void calm(boolean wanted) {
        calm = wanted;
    }

    Fault of(Order order) {
        Random random = random(order.verb() + " " + order.attribute() + " " + order.target());
        Kind kind = ODDS[random.nextInt(ODDS.length)];
        return calm || (kind == Kind.REFUSED && !order.act()) ? NONE : new Fault(kind, 100 + random.nextInt(3500));
    }

    /** One read of twenty fails, one of ten is slow. */
    Fault ofRead(String target) {
        Random random = random("READ " + target);
        int roll = random.nextInt(20);
        return calm || roll > 2 ? NONE : new Fault(roll == 0 ? Kind.REQUEST_LOST : Kind.SLOW, 50 + random.nextInt(500));
    }

    private Random random(String what) {
        int number = counts.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
        return new Random(seed ^ ((long) (what + " " + number).hashCode() * 0x9E3779B97F4A7C15L));
    }
}

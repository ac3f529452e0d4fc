package io.countersign.worker;

import java.util.random.RandomGenerator;

/** How long to wait before the next try: longer each time, and never as long as the others do, so that a node that comes back is not overrun. */
final class Backoff {

    static final long FIRST_MILLIS = 250;
    static final long LONGEST_MILLIS = 4_000;

    private final RandomGenerator random;
    private long bound = FIRST_MILLIS;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Between a half and the whole of a bound that doubles. */
    long nextMillis() {
        long pause = bound / 2 + random.nextLong(bound / 2 + 1);
        bound = Math.min(bound * 2, LONGEST_MILLIS);
        return pause;
    }

    void reset() {
        bound = FIRST_MILLIS;
    }
}

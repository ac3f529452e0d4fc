package io.countersign.rehearsal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Patience() {
    }

    /** @throws Unexpected if it does not come; {@code instead} says what is there */
    static <T> T until(String what, Supplier<Optional<T>> look, Supplier<String> instead) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            pause();
        }
        throw new Unexpected(what + " did not come; " + instead.get());
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Unexpected("it was stopped");
        }
    }
}

package io.countersign.execution;

import java.util.function.Supplier;

/**
 * Waiting for a product, which takes a thread and nothing else. Work that has one of few places leaves it to other work meanwhile, so that
 * however many calls of a slow product are under way, work on another goes on.
 */
public final class Waiting {

    private static final ThreadLocal<Place> PLACE = new ThreadLocal<>();

    /** One of the places. */
    public interface Place {

        /** Others may have it. MUST NOT fail. */
        void leave();

        /** Returns once there is one again. MUST NOT fail. */
        void comeBack();
    }

    private Waiting() {
    }

    /** Does work on this thread in a place that was taken for it. */
    public static void workIn(Place place, Runnable work) {
        PLACE.set(place);
        try {
            work.run();
        } finally {
            PLACE.remove();
        }
    }

    /** Calls a product. Call it without a transaction. */
    public static <T> T forProduct(Supplier<T> call) {
        Place place = PLACE.get();
        if (place == null) {
            return call.get();
        }
        place.leave();
        try {
            return call.get();
        } finally {
            place.comeBack();
        }
    }
}

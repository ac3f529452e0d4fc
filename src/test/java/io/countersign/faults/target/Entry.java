package io.countersign.faults.target;

import java.time.Instant;

/** A line of the simulator's journal: what an order came to, and how the attribute was before and after. {@code fault} is what was done to the order on its way. */
public record Entry(long number, Instant at, Happened happened, String fault, Order order, String before, String after) {

    /** What became of one delivery. */
    public enum Happened {
        /** The target changed. */
        EFFECT,
        /** The target was so already. */
        NOTHING,
        /** The same delivery once more, or an undo that was done before: known, and not done again. */
        DUPLICATE,
        /** A second order to act under a key that was used: a fault of the sender. */
        SECOND,
        /** An order to act under a key that was called off before it came. */
        CALLED_OFF,
        /** Somebody else changed the target: left alone, and said. */
        STRANGERS,
        /** Refused for certain. */
        REFUSED,
        /** It never arrived. */
        LOST,
        /** Taken; it is done later. */
        ACCEPTED,
        /** Somebody changed the target by hand. */
        BY_HAND
    }
}

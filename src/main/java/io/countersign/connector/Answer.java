package io.countersign.connector;

/** What a product said to an act or undo. Saying is not being: the caller observes afterwards in every case. */
public sealed interface Answer {

    /** The product accepted the order. */
    record Accepted(String detail) implements Answer {
    }

    /** The product certainly did not do it: it refused, or could not be reached at all. */
    record Refused(String reason) implements Answer {
    }

    /** Nobody knows: the answer was lost, late or unreadable. */
    record Lost(String reason) implements Answer {
    }
}

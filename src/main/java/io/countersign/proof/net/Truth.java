package io.countersign.proof.net;

/** What is known of a condition. */
public enum Truth {
    TRUE, FALSE, UNKNOWN;

    Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : UNKNOWN;
    }

    Truth and(Truth other) {
        return this == FALSE || other == FALSE ? FALSE : this == TRUE && other == TRUE ? TRUE : UNKNOWN;
    }
}

package io.countersign.connector.nftables;

/** What became of a command for another machine. */
sealed interface Outcome {

    /** It ran to its end. {@code out} and {@code err} are what it wrote, or the beginning of that if {@code whole} is false. */
    record Done(int exit, String out, String err, boolean whole) implements Outcome {
    }

    /** It was certainly not sent. */
    record NotSent(String reason) implements Outcome {
    }

    /** It was sent, or may have been, and nobody knows what it did. @param ended whether that is because the connection ended, rather than the time */
    record NoAnswer(String reason, boolean ended) implements Outcome {
    }
}

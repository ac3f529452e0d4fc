package io.countersign.approval;

/** A decision was not taken; nothing changed. The message says why and what to do. */
public class DecisionRefused extends RuntimeException {

    /** Why: decides the status code of the API. */
    public enum Because {
        /** There is no such request. */
        UNKNOWN,
        /** Somebody or the timer was first. */
        ALREADY_DECIDED,
        /** The request seen is not the one that waits. */
        CHANGED,
        /** This person may not decide on this. */
        NOT_ALLOWED,
        /** The rationale is missing, too short or too long. */
        UNREASONED
    }

    private final Because because;

    public DecisionRefused(Because because, String message) {
        super(message);
        this.because = because;
    }

    public Because because() {
        return because;
    }
}

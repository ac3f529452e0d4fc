package io.countersign.playbook;

/** Nothing was activated, turned down or moved, for this reason; the message is made for the person. */
public class GovernanceRefused extends RuntimeException {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    /** Why. */
    public enum Because {
        /** There is nothing of this id. */
        UNKNOWN,
        /** Somebody was first, or it never waited. */
        DECIDED,
        /** Not this person: the role is missing, or they are its author. */
        NOT_ALLOWED,
        /** The reasons are missing, too short or too long. */
        UNREASONED,
        /** What was seen is not what would happen now. */
        CHANGED,
        /** It does not hold by the rules of today. */
        UNPROVED,
        /** A run does not stand where it can be moved. */
        NOT_POSSIBLE
    }

    private final Because because;

    GovernanceRefused(Because because, String message) {
        super(message, null, false, false);
        this.because = because;
    }

    public Because because() {
        return because;
    }

    static void requireReasons(String rationale) {
        int length = rationale == null ? 0 : rationale.strip().length();
        if (length < SHORTEST || length > LONGEST) {
            throw new GovernanceRefused(Because.UNREASONED, "Say why, in " + SHORTEST + " to " + LONGEST + " characters: auditors will read it.");
        }
    }
}

package io.countersign.policy.guardrail;

/** A guardrail was neither changed nor overridden, for this reason; the message is made for the person. */
public class GuardrailRefused extends RuntimeException {

    /** Why. */
    public enum Because {
        /** There is nothing of this id. */
        UNKNOWN,
        /** Somebody was first, or it expired. */
        NOT_WAITING,
        /** Not this person. */
        NOT_ALLOWED,
        /** The reason is missing, too short or too long. */
        UNREASONED
    }

    private final Because because;

    GuardrailRefused(Because because, String message) {
        super(message, null, false, false);
        this.because = because;
    }

    public Because because() {
        return because;
    }

    static String reason(String given) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() < 10 || reason.length() > 500) {
            throw new GuardrailRefused(Because.UNREASONED, "Say why, in 10 to 500 characters: auditors will read it.");
        }
        return reason;
    }
}

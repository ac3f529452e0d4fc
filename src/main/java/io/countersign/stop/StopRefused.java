package io.countersign.stop;

/** A stop was neither pressed nor lifted, for this reason; the message is made for the person. */
public class StopRefused extends RuntimeException {

    /** Why. */
    public enum Because {
        /** There is no such stop, or nothing of this name to be stopped. */
        UNKNOWN,
        /** It is not in force any more, or nobody asked to lift it. */
        NOT_WAITING,
        /** Not this person. */
        NOT_ALLOWED,
        /** The reason is missing, too short or too long. */
        UNREASONED
    }

    private final Because because;

    StopRefused(Because because, String message) {
        super(message, null, false, false);
        this.because = because;
    }

    public Because because() {
        return because;
    }

    static String reason(String given, int shortest) {
        String reason = given == null ? "" : given.strip();
        if (reason.length() < shortest || reason.length() > 500) {
            throw new StopRefused(Because.UNREASONED, "Say why, in " + shortest + " to 500 characters: it stands on every page and on the record.");
        }
        return reason;
    }
}

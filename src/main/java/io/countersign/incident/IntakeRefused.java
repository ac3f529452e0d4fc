package io.countersign.incident;

import java.time.Duration;

/** A whole request of alerts is refused; nothing of it was stored. */
public final class IntakeRefused extends RuntimeException {

    /** Which limit was met. */
    public enum Limit {
        /** More bytes than one request may have. */
        REQUEST_SIZE,
        /** More records than one request may have. */
        RECORDS,
        /** More records per second than the source may send. */
        RATE
    }

    private final Limit limit;
    private final transient Duration retryAfter;

    private IntakeRefused(Limit limit, String message, Duration retryAfter) {
        super(message);
        this.limit = limit;
        this.retryAfter = retryAfter;
    }

    public static IntakeRefused tooManyRecords(int most) {
        return new IntakeRefused(Limit.RECORDS, "More than " + most + " records in one request. Nothing was stored; send them in smaller requests.", null);
    }

    public static IntakeRefused tooLarge(long most) {
        return new IntakeRefused(Limit.REQUEST_SIZE, "The request has more than " + most + " bytes. Nothing was stored; send smaller requests.", null);
    }

    public static IntakeRefused tooFast(Duration retryAfter) {
        return new IntakeRefused(Limit.RATE, "This source sends more records than it may. Nothing was stored; send the request again in "
                + retryAfter.toSeconds() + " s.", retryAfter);
    }

    public Limit limit() {
        return limit;
    }

    /** When the same request will be taken; null unless the limit is RATE. Whole seconds. */
    public Duration retryAfter() {
        return retryAfter;
    }
}

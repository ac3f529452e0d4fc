package io.countersign.rollback;

/** A release, keep or rollback was not taken; nothing changed. The message says why and what to do. */
public class RunRequestRefused extends RuntimeException {

    public RunRequestRefused(String message) {
        super(message);
    }
}

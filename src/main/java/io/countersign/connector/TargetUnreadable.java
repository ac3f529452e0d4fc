package io.countersign.connector;

/** A target's state could not be read: it is unknown to the product, or the product does not answer. The message is for people. */
public class TargetUnreadable extends RuntimeException {

    public TargetUnreadable(String message) {
        super(message);
    }

    public TargetUnreadable(String message, Throwable cause) {
        super(message, cause);
    }
}

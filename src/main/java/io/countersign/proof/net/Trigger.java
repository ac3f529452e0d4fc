package io.countersign.proof.net;

/** What an event waits for, or throws. */
public enum Trigger {
    NONE, TIMER, MESSAGE, ERROR, COMPENSATION, TERMINATION, OTHER
}

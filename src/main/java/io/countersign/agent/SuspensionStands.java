package io.countersign.agent;

/** A suspension is lifted by who ordered it or by an administrator; not even the owner of the agent may undo another's. */
public class SuspensionStands extends RuntimeException {

    SuspensionStands(String message) {
        super(message);
    }
}

package io.countersign.incident;

/** A change of an incident that its present state does not allow. */
public final class ChangeRefused extends RuntimeException {

    public ChangeRefused(String message) {
        super(message);
    }
}

package io.countersign.evidence;

import java.util.UUID;

/** Names one row of the ledger; it is also the idempotency key that every connector call carries. */
public record ActionRunId(UUID value) {

    public ActionRunId {
        if (value == null) {
            throw new IllegalArgumentException("An action run needs an id");
        }
    }

    public static ActionRunId parse(String text) {
        return new ActionRunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.countersign.agent;

import java.util.UUID;

/**
 * A signed token that allows one verb on one target with one connector, once, for minutes. It never enters a process
 * variable, an entity, a log or an exception; {@link #toString()} hides it. Closing it wipes the token.
 */
public final class Credential implements AutoCloseable {

    private String token;

    Credential(String token) {
        this.token = token;
    }

    /**
     * For a worker in another segment, in place of the credential that stays with the node that gave the order: it names the order, and
     * is worth nothing to anybody else.
     */
    public static Credential inPlaceOf(UUID order) {
        return new Credential(order.toString());
    }

    /** @throws IllegalStateException after closing */
    public String token() {
        if (token == null) {
            throw new IllegalStateException("This credential is closed");
        }
        return token;
    }

    @Override
    public void close() {
        token = null;
    }

    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}

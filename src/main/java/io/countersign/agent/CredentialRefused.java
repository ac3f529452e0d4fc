package io.countersign.agent;

/** A connector must not act on this credential. The message says why, never the token. */
public class CredentialRefused extends RuntimeException {

    public CredentialRefused(String message) {
        super(message);
    }
}

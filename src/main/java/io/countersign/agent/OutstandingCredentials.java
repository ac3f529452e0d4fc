package io.countersign.agent;

import io.countersign.evidence.Actor;

/** What an agent could still act with: credentials to act that were minted for it, are neither used nor revoked, and have not expired. */
public interface OutstandingCredentials {

    int of(String agent);

    /**
     * Makes all of them invalid for good, and records it. Credentials to undo stay: a way back must stay open. One that is being
     * redeemed at this moment is either used before, or refused after.
     *
     * @return how many
     */
    int revoke(String agent, String reason, Actor by);
}

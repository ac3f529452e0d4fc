package io.countersign.agent;

import io.countersign.evidence.ActionRunId;

/**
 * Mints credentials. Only methods annotated with {@link MintsCredential} may call it (an architecture test checks), and only
 * after they authorised the very digest.
 */
public interface CredentialBroker {

    /**
     * Mints a credential and records that it did, in the caller's transaction (MANDATORY).
     *
     * @throws AgentNotActive for {@code ACT} when the agent is unknown, not active, ended, or may not ask for this action type
     */
    Credential mint(CredentialGrant grant, String actionType);

    /**
     * Withdraws what was minted to act in this run of an action and was not used, in the caller's transaction (MANDATORY): a worker
     * that was held up can no longer give an order that is being taken back.
     */
    void withdraw(ActionRunId run);
}

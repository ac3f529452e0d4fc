package io.countersign.agent;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;

/**
 * What a connector asks before it touches anything.
 *
 * <p>Redeeming joins the caller's transaction if there is one, else commits in its own, before it returns: a credential is
 * used up even if the call that follows fails.
 */
public interface CredentialVerifier {

    /**
     * Checks signature, audience, verb, digest, target and time, and uses the credential up.
     *
     * @throws CredentialRefused if any of them is wrong, or it was used before
     */
    void redeem(Credential credential, CredentialGrant.Verb verb, String connector, ActionDigest digest, Target target);
}

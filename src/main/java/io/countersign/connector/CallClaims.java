package io.countersign.connector;

import io.countersign.agent.Credential;
import java.time.Duration;

/**
 * Makes one try out of one key, for products that know no idempotency key themselves.
 *
 * <p>A connector reads the target, claims, and only then sends: whoever finds the key claimed MUST NOT send and MUST answer
 * {@link Answer.Lost}, because the try before may or may not have arrived.
 */
public interface CallClaims {

    /**
     * Redeems the credential to act and uses the key of the call up, in one transaction that has committed on return.
     *
     * @param changes whether the target is not yet as the action wants it, so that sending will change something
     * @return false if the key was used before; the credential is used up all the same
     * @throws io.countersign.agent.CredentialRefused if the credential is not for this; the key is then not used
     */
    boolean claim(String connector, ConnectorCall call, boolean changes, Credential credential);

    /** The product said yes or no to what was sent under this key: nothing of it is on its way any more. */
    void answered(String connector, ConnectorCall call);

    /** Whether a try that would change something was claimed under this key less than {@code within} ago, and nobody heard the product's answer to it. */
    boolean mayStillArrive(String connector, ConnectorCall call, Duration within);

    /** Whether a try that would change something was claimed under this key: if not, there is nothing of ours to take back. */
    boolean mayHaveChanged(String connector, ConnectorCall call);
}

package io.countersign.connector;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialVerifier;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.InstantSource;

/** Claims on the database of the tests, for connectors under test. */
public final class ClaimsForTests {

    private ClaimsForTests() {
    }

    public static CallClaims redeemingWith(CredentialVerifier verifier) {
        return redeemingWith(verifier, InstantSource.system());
    }

    public static CallClaims redeemingWith(CredentialVerifier verifier, InstantSource clock) {
        return new JdbcCallClaims(TestDatabase.jdbcClient(), verifier, clock);
    }

    /** Claims as usual, and lets something happen right before and right after: the caller is held up there. */
    public static CallClaims heldUp(CallClaims usual, Runnable before, Runnable after) {
        return new CallClaims() {
            @Override
            public boolean claim(String connector, ConnectorCall call, boolean changes, Credential credential) {
                before.run();
                boolean claimed = usual.claim(connector, call, changes, credential);
                after.run();
                return claimed;
            }

            @Override
            public void answered(String connector, ConnectorCall call) {
                usual.answered(connector, call);
            }

            @Override
            public boolean mayStillArrive(String connector, ConnectorCall call, Duration within) {
                return usual.mayStillArrive(connector, call, within);
            }

            @Override
            public boolean mayHaveChanged(String connector, ConnectorCall call) {
                return usual.mayHaveChanged(connector, call);
            }
        };
    }
}

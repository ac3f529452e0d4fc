package io.countersign.connector;

import io.countersign.agent.CredentialVerifier;
import io.countersign.testing.TestDatabase;
import java.time.InstantSource;

/** Claims on the database of the tests, for connectors under test. */
public final class ClaimsForTests {

    private ClaimsForTests() {
    }

    public static CallClaims redeemingWith(CredentialVerifier verifier) {
        return new JdbcCallClaims(TestDatabase.jdbcClient(), verifier, InstantSource.system());
    }
}

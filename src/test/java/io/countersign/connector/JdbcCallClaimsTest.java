package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialRefused;
import io.countersign.agent.TestCredentials;
import io.countersign.evidence.ActionRunId;
import io.countersign.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcCallClaimsTest {

    private final TestCredentials credentials = new TestCredentials();
    private final CallClaims claims = ClaimsForTests.redeemingWith(credentials);
    private final ConnectorCall call = new ConnectorCall(new ActionRunId(UUID.randomUUID()), new ActionDigest("ab".repeat(32)), "disable-account",
            new Target(TargetKind.ACCOUNT, "jdoe"), Map.of());

    @Test
    void aKeyIsClaimedOnce() {
        assertThat(claims.claim("ldap", call, true, aCredential())).isTrue();
        assertThat(claims.claim("ldap", call, true, aCredential())).isFalse();
    }

    @Test
    void oneOfManyAtOnceGetsTheKey() {
        AtomicInteger winners = new AtomicInteger();
        IntStream.range(0, 8).parallel().filter(n -> claims.claim("ldap", call, true, aCredential())).forEach(n -> winners.incrementAndGet());
        assertThat(winners).hasValue(1);
    }

    @Test
    void aRefusedCredentialUsesNoKey() {
        assertThatThrownBy(() -> claims.claim("ldap", call, true, credentials.forge())).isInstanceOf(CredentialRefused.class);
        assertThat(claims.claim("ldap", call, true, aCredential())).isTrue();
    }

    @Test
    void onlyATryThatChangesSomethingMayHaveChangedIt() {
        assertThat(claims.mayHaveChanged("ldap", call)).isFalse();
        claims.claim("ldap", call, false, aCredential());
        assertThat(claims.mayHaveChanged("ldap", call)).isFalse();
        claims.claim("other", call, true, credentials.issue(Verb.ACT, "other", call.digest(), call.target()));
        assertThat(claims.mayHaveChanged("other", call)).isTrue();
    }

    @Test
    void aClaimIsKeptForGood() {
        claims.claim("ldap", call, true, aCredential());
        assertThatThrownBy(() -> TestDatabase.jdbcClient().sql("delete from connector_call where action_run = ?").param(call.actionRun().value())
                .update()).isInstanceOf(RuntimeException.class);
    }

    private Credential aCredential() {
        return credentials.issue(Verb.ACT, "ldap", call.digest(), call.target());
    }
}

package io.countersign.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.countersign.action.ActionDigest;
import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.Actor;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(AgentModule.class)
class CredentialTest {

    private static final ActionDigest DIGEST = new ActionDigest("a".repeat(64));
    private static final Target HOST = new Target(TargetKind.HOST, "ws-17");

    @Autowired
    private CredentialBroker broker;
    @Autowired
    private CredentialVerifier verifier;
    @Autowired
    private OutstandingCredentials outstanding;
    @Autowired
    private AgentRegister register;
    @Autowired
    private Agents agents;
    @Autowired
    private EvidenceTrail trail;
    @Autowired
    private AgentModule.MovedClock clock;
    @Autowired
    private PlatformTransactionManager transactions;

    private String agent;
    private PlaybookRunId run;

    @BeforeEach
    void anActiveAgent() {
        clock.set(AgentModule.NOON);
        agent = "responder-" + UUID.randomUUID();
        run = new PlaybookRunId(UUID.randomUUID().toString());
        register.register(new NewAgent(agent, "Responder", "Isolates", "olga", "soc", Set.of("isolate-host"), RiskTier.DUAL,
                AgentModule.NOON.plus(Duration.ofDays(1))), Actor.person("ada"));
        change(AgentStatus.ACTIVE);
    }

    @Test
    void aCredentialIsGoodOnceForWhatItWasMintedForAndBothAreOnTheRecord() {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        redeem(credential);
        assertThatThrownBy(() -> redeem(credential)).isInstanceOf(CredentialRefused.class).hasMessageContaining("used before");
        List<EvidenceRow> rows = trail.ofPlaybookRun(run);
        assertThat(rows).extracting(row -> row.kind().name()).containsExactly("CREDENTIAL_MINTED", "CREDENTIAL_REDEEMED");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.actor()).isEqualTo(Actor.agent(agent, "olga"));
            assertThat(row.digest()).isEqualTo(DIGEST.hex());
            assertThat(row.incident()).isEqualTo("INC-31");
            assertThat(row.facts()).doesNotContainValue(credential.token());
        });
    }

    @Test
    void ofManyWhoRedeemTheSameCredentialAtOnceOneWins() throws Exception {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Boolean> attempt = () -> {
            together.await();
            try {
                redeem(credential);
                return true;
            } catch (CredentialRefused refused) {
                return false;
            }
        };
        List<Boolean> won = new ArrayList<>();
        for (Future<Boolean> result : threads.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
            won.add(result.get());
        }
        threads.shutdown();
        assertThat(won).containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void aCredentialForSomethingElseIsRefusedAndNotUsedUp() {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        refused("connector", () -> verifier.redeem(credential, CredentialGrant.Verb.ACT, "ldap", DIGEST, HOST));
        refused("UNDO", () -> verifier.redeem(credential, CredentialGrant.Verb.UNDO, "sandbox", DIGEST, HOST));
        refused("digest", () -> verifier.redeem(credential, CredentialGrant.Verb.ACT, "sandbox", new ActionDigest("b".repeat(64)), HOST));
        refused("target", () -> verifier.redeem(credential, CredentialGrant.Verb.ACT, "sandbox", DIGEST, new Target(TargetKind.HOST, "ws-18")));
        refused("target", () -> verifier.redeem(credential, CredentialGrant.Verb.ACT, "sandbox", DIGEST, new Target(TargetKind.ACCOUNT, "ws-17")));
        assertThatCode(() -> redeem(credential)).doesNotThrowAnyException();
    }

    @Test
    void anOldCredentialIsRefused() {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        clock.set(AgentModule.NOON.plus(Duration.ofMinutes(2)));
        refused("expired", () -> redeem(credential));
    }

    @Test
    void aCredentialOfTheFutureIsRefused() {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        clock.set(AgentModule.NOON.minusSeconds(6));
        refused("not valid yet", () -> redeem(credential));
    }

    @Test
    void anAgentThatWasSuspendedInBetweenActsNoMoreButMayUndo() {
        Credential act = mint(CredentialGrant.Verb.ACT);
        change(AgentStatus.SUSPENDED);
        refused("no longer active", () -> redeem(act));
        assertThatThrownBy(() -> mint(CredentialGrant.Verb.ACT)).isInstanceOf(AgentNotActive.class).hasMessageContaining(agent);
        Credential undo = mint(CredentialGrant.Verb.UNDO);
        assertThatCode(() -> verifier.redeem(undo, CredentialGrant.Verb.UNDO, "sandbox", DIGEST, HOST)).doesNotThrowAnyException();
    }

    @Test
    void anAgentGetsNoCredentialForWhatItMayNotAskForOrAfterItsEnd() {
        assertThatThrownBy(() -> mint(CredentialGrant.Verb.ACT, "delete-file")).isInstanceOf(AgentNotActive.class);
        clock.set(AgentModule.NOON.plus(Duration.ofDays(1)));
        assertThatThrownBy(() -> mint(CredentialGrant.Verb.ACT)).isInstanceOf(AgentNotActive.class);
        assertThat(trail.ofPlaybookRun(run)).isEmpty();
    }

    @Test
    void aTokenThatWasChangedUnsignedOrSignedByAnotherIsRefused() throws Exception {
        String token = mint(CredentialGrant.Verb.ACT).token();
        String[] parts = token.split("\\.");
        String otherSignature = (parts[2].startsWith("A") ? "B" : "A") + parts[2].substring(1);
        SignedJWT genuine = SignedJWT.parse(token);
        RSAKey foreign = new RSAKeyGenerator(2048).generate();
        String signedByAnother = new CredentialTokens(foreign).sign(CredentialClaims.of(genuine.getJWTClaimsSet())).token();
        for (String forged : List.of(parts[0] + "." + parts[1] + "." + otherSignature, parts[0] + "." + parts[1] + ".",
                new PlainJWT(genuine.getJWTClaimsSet()).serialize(), signedByAnother, "nonsense", "")) {
            assertThatThrownBy(() -> redeem(new Credential(forged))).isInstanceOf(CredentialRefused.class)
                    .satisfies(refused -> assertThat(forged.isEmpty() || !refused.getMessage().contains(forged)).isTrue());
        }
        assertThat(genuine.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThatCode(() -> redeem(new Credential(token))).doesNotThrowAnyException();
    }

    @Test
    void aTokenThatIsInNoRegisterIsRefusedEvenIfItIsSignedHere() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Credential neverCommitted = transaction.execute(status -> {
            status.setRollbackOnly();
            return broker.mint(grant(CredentialGrant.Verb.ACT), "isolate-host");
        });
        refused("register", () -> redeem(neverCommitted));
    }

    @Test
    void aCredentialIsMintedOnlyInTheTransactionThatAuthorises() {
        assertThatThrownBy(() -> broker.mint(grant(CredentialGrant.Verb.ACT), "isolate-host")).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aRevokedCredentialIsRefusedForGoodAndTheWayBackStaysOpen() {
        Credential act = mint(CredentialGrant.Verb.ACT);
        Credential undo = mint(CredentialGrant.Verb.UNDO);
        redeem(mint(CredentialGrant.Verb.ACT));
        assertThat(outstanding.of(agent)).isEqualTo(1);
        assertThat(outstanding.revoke(agent, "because of a test", Actor.person("ada"))).isEqualTo(1);
        assertThat(outstanding.of(agent)).isZero();
        refused("revoked", () -> redeem(act));
        assertThatCode(() -> verifier.redeem(undo, CredentialGrant.Verb.UNDO, "sandbox", DIGEST, HOST)).doesNotThrowAnyException();
        assertThatThrownBy(() -> JdbcClient.create(TestDatabase.ownerDataSource()).sql("update credential set revoked_at = null where playbook_run = ?")
                .param(run.value()).update()).isInstanceOf(DataIntegrityViolationException.class);
        clock.set(AgentModule.NOON.plus(Duration.ofMinutes(3)));
        mint(CredentialGrant.Verb.ACT);
        assertThat(outstanding.of(agent)).isEqualTo(1);
    }

    @Test
    void aUsedCredentialCannotBeMadeUnusedNotEvenByTheOwnerOfTheSchema() {
        redeem(mint(CredentialGrant.Verb.ACT));
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        for (String change : List.of("update credential set used_at = null where playbook_run = ?", "update credential set digest = 'x' where playbook_run = ?",
                "delete from credential where playbook_run = ?")) {
            assertThatThrownBy(() -> owner.sql(change).param(run.value()).update()).isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aCredentialHidesItsTokenAndForgetsItWhenClosed() {
        Credential credential = mint(CredentialGrant.Verb.ACT);
        assertThat(credential.toString()).doesNotContain(credential.token());
        credential.close();
        assertThatThrownBy(credential::token).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLifetimeOfMoreThanFiveMinutesIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new AgentSettings(Duration.ofMinutes(6))).hasMessageContaining("countersign.agent.credential-lifetime");
    }

    private Credential mint(CredentialGrant.Verb verb) {
        return mint(verb, "isolate-host");
    }

    private Credential mint(CredentialGrant.Verb verb, String actionType) {
        return new TransactionTemplate(transactions).execute(status -> broker.mint(grant(verb), actionType));
    }

    private CredentialGrant grant(CredentialGrant.Verb verb) {
        return new CredentialGrant(verb, DIGEST, HOST, "sandbox", agent, new ActionRunId(UUID.randomUUID()), run, new IncidentId(31));
    }

    private void redeem(Credential credential) {
        verifier.redeem(credential, CredentialGrant.Verb.ACT, "sandbox", DIGEST, HOST);
    }

    private void change(AgentStatus to) {
        agents.changeStatus(agent, to, "because of a test", Actor.person("ada"));
    }

    private static void refused(String because, org.assertj.core.api.ThrowableAssert.ThrowingCallable redeeming) {
        assertThatThrownBy(redeeming).isInstanceOf(CredentialRefused.class).hasMessageContaining(because);
    }
}

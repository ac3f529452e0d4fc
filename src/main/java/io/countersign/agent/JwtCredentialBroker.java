package io.countersign.agent;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mints signed tokens, each with a row that it can be used up on. */
@Service
class JwtCredentialBroker implements CredentialBroker {

    /** Nodes' clocks differ by a little; a credential must be good on another node at once. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

    private final JdbcCredentials credentials;
    private final CredentialTokens tokens;
    private final EvidenceLog evidence;
    private final AgentSettings settings;
    private final InstantSource clock;

    JwtCredentialBroker(JdbcCredentials credentials, CredentialTokens tokens, EvidenceLog evidence, AgentSettings settings, InstantSource clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.evidence = evidence;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Credential mint(CredentialGrant grant, String actionType) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        CredentialClaims claims = new CredentialClaims(UUID.randomUUID(), grant.verb(), grant.digest(), grant.target(), grant.connector(),
                grant.agent(), now, now.minus(CLOCK_DIFFERENCE), now.plus(settings.credentialLifetime()));
        String owner = credentials.issue(claims, grant, actionType).orElseThrow(() -> new AgentNotActive("Agent " + grant.agent()
                + " is unknown, not active, past its end, or not allowed to ask for " + actionType + ": no credential was minted"));
        evidence.append(EvidenceEntry.of(EvidenceKind.CREDENTIAL_MINTED, Actor.agent(grant.agent(), owner)).about(grant.incident())
                .in(grant.playbookRun()).of(grant.actionRun()).digest(grant.digest().hex()).with("credential", claims.id().toString())
                .with("verb", grant.verb().name()).with("connector", grant.connector()).with("target", grant.target().toString())
                .with("expiresAt", claims.expiresAt().toString()));
        return tokens.sign(claims);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(ActionRunId run) {
        credentials.revoke(run, clock.instant()).forEach(revoked -> evidence.append(EvidenceEntry.of(EvidenceKind.CREDENTIAL_REVOKED, Actor.system("execution"))
                .about(revoked.grant().incident()).in(revoked.grant().playbookRun()).of(run).with("agent", revoked.agent()).with("credentials", 1)
                .with("reason", "The order is being taken back")));
    }
}

package io.countersign.agent;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Believes a token only as far as its signature, its claims and its unused row agree with what is about to be done. */
@Service
class JwtCredentialVerifier implements CredentialVerifier {

    private final CredentialTokens tokens;
    private final JdbcCredentials credentials;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    JwtCredentialVerifier(CredentialTokens tokens, JdbcCredentials credentials, EvidenceLog evidence, InstantSource clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void redeem(Credential credential, CredentialGrant.Verb verb, String connector, ActionDigest digest, Target target) {
        CredentialClaims claims = tokens.read(credential);
        Instant now = clock.instant();
        require(claims.connector().equals(connector), claims, "is for connector " + claims.connector() + ", not " + connector);
        require(claims.verb() == verb, claims, "allows " + claims.verb() + ", not " + verb);
        require(claims.digest().equals(digest), claims, "is for another action digest");
        require(claims.target().equals(target), claims, "is for another target");
        require(!now.isBefore(claims.notBefore()), claims, "is not valid yet");
        require(now.isBefore(claims.expiresAt()), claims, "expired at " + claims.expiresAt());
        JdbcCredentials.Used used = credentials.use(claims, now).orElseThrow(() -> refusal(claims, whyNot(claims)));
        evidence.append(EvidenceEntry.of(EvidenceKind.CREDENTIAL_REDEEMED, Actor.agent(claims.agent(), used.owner())).about(used.incident())
                .in(used.playbookRun()).of(used.actionRun()).digest(digest.hex()).with("credential", claims.id().toString())
                .with("verb", verb.name()).with("connector", connector).with("target", target.toString()));
    }

    private String whyNot(CredentialClaims claims) {
        return credentials.ended(claims.id()).map(ended -> switch (ended) {
            case USED -> "was used before";
            case REVOKED -> "was revoked";
            case NOT_YET -> "is for agent " + claims.agent() + ", which is no longer active";
        }).orElse("is not in the register of credentials");
    }

    private static void require(boolean holds, CredentialClaims claims, String otherwise) {
        if (!holds) {
            throw refusal(claims, otherwise);
        }
    }

    private static CredentialRefused refusal(CredentialClaims claims, String reason) {
        return new CredentialRefused("Credential " + claims.id() + " " + reason);
    }
}

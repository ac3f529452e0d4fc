package io.countersign.agent;

import com.nimbusds.jwt.JWTClaimsSet;
import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a credential's token says. Times have whole seconds, as JWT has them. */
record CredentialClaims(UUID id, CredentialGrant.Verb verb, ActionDigest digest, Target target, String connector, String agent,
                        Instant issuedAt, Instant notBefore, Instant expiresAt) {

    private static final String ISSUER = "countersign";

    JWTClaimsSet toJwt() {
        return new JWTClaimsSet.Builder().issuer(ISSUER).subject(agent).audience(connector).jwtID(id.toString())
                .issueTime(Date.from(issuedAt)).notBeforeTime(Date.from(notBefore)).expirationTime(Date.from(expiresAt))
                .claim("verb", verb.name()).claim("digest", digest.hex())
                .claim("target", Map.of("kind", target.kind().name(), "value", target.value())).build();
    }

    /** @throws CredentialRefused if a claim is missing or not of its kind */
    static CredentialClaims of(JWTClaimsSet jwt) {
        if (!ISSUER.equals(jwt.getIssuer()) || jwt.getAudience().size() != 1) {
            throw new CredentialRefused("The credential was not issued here for one connector");
        }
        try {
            Map<String, Object> target = required(jwt.getJSONObjectClaim("target"));
            return new CredentialClaims(UUID.fromString(required(jwt.getJWTID())), CredentialGrant.Verb.valueOf(required(jwt.getStringClaim("verb"))),
                    new ActionDigest(jwt.getStringClaim("digest")),
                    new Target(TargetKind.valueOf(String.valueOf(target.get("kind"))), String.valueOf(target.get("value"))),
                    jwt.getAudience().get(0), required(jwt.getSubject()), required(jwt.getIssueTime()).toInstant(),
                    required(jwt.getNotBeforeTime()).toInstant(), required(jwt.getExpirationTime()).toInstant());
        } catch (ParseException | IllegalArgumentException notOfItsKind) {
            throw new CredentialRefused("The credential has a claim that is not of its kind");
        }
    }

    private static <T> T required(T claim) {
        if (claim == null) {
            throw new CredentialRefused("The credential lacks a claim that it must have");
        }
        return claim;
    }
}

package io.countersign.people;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens of 256 random bits: too long to guess, so a plain hash keeps them and no throttle is needed. */
@Service
class HashedDeployTokens implements DeployTokens {

    /** By it, scanners find a token that was published by mistake. */
    private static final String PREFIX = "countersign_deploy_";
    private static final int LENGTH = PREFIX.length() + 43;
    private static final int MOST = 10;

    private final StringKeyGenerator secrets = new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);
    private final DeployTokenTable table;
    private final People people;
    private final PersonDetailsService details;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    HashedDeployTokens(DeployTokenTable table, People people, PersonDetailsService details, EvidenceLog evidence, InstantSource clock) {
        this.table = table;
        this.people = people;
        this.details = details;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional
    public DeployToken.Issued issue(String username, String name, int days) {
        Instant now = clock.instant();
        require(people.find(username).filter(person -> person.mayAct(Role.DESIGNER)).isPresent(), "Only an active designer has tokens.");
        require(name != null && !name.isBlank() && name.length() <= 80, "Say in 1 to 80 characters where the token will be.");
        require(days >= 1 && days <= LONGEST_DAYS, "A token lasts 1 to " + LONGEST_DAYS + " days.");
        require(of(username).stream().filter(token -> token.valid(now)).count() < MOST, "You have " + MOST + " valid tokens; make one void first.");
        DeployToken token = new DeployToken(UUID.randomUUID(), username, name.strip(), now, now.plus(Duration.ofDays(days)), null);
        String secret = PREFIX + secrets.generateKey();
        table.add(token, hash(secret));
        record("deploy token issued", token.id(), username);
        return new DeployToken.Issued(token, secret);
    }

    @Override
    public List<DeployToken> of(String username) {
        return table.of(username);
    }

    @Override
    @Transactional
    public void revoke(String username, UUID id) {
        require(table.makeVoid(username, id), "You have no such token.");
        record("deploy token made void", id, username);
    }

    @Override
    public Authentication signIn(String secret) {
        DeployToken token = table.find(hash(secret.length() == LENGTH ? secret : "")).filter(found -> found.valid(clock.instant()))
                .orElseThrow(() -> new BadCredentialsException("The token is not valid"));
        boolean may = details.loadUserByUsername(token.username()).getAuthorities().stream().anyMatch(held -> held.getAuthority().equals("ROLE_DESIGNER"));
        if (!may) {
            throw new BadCredentialsException("The token's person may not deploy");
        }
        return UsernamePasswordAuthenticationToken.authenticated(token.username(), null, AuthorityUtils.createAuthorityList("ROLE_DESIGNER"));
    }

    private void record(String change, UUID token, String username) {
        evidence.append(EvidenceEntry.of(EvidenceKind.DIRECTORY_CHANGED, Actor.person(username)).with("change", change).with("person", username)
                .with("token", token.toString()));
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}

package io.countersign.people;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts sign-ins on the record. A name that nobody has is never written down: it may be a password typed into the wrong
 * field. Tries made during a lock are not recorded, so that nobody can flood the record.
 */
@Component
class SignInRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRecord.class);

    private final EvidenceLog evidence;
    private final PersonAccounts accounts;

    SignInRecord(EvidenceLog evidence, PersonAccounts accounts) {
        this.evidence = evidence;
        this.accounts = accounts;
    }

    /** Only sign-ins with the form: API requests carry the password each time, and what they do is evidence itself. */
    @EventListener
    @Transactional
    public void signedIn(InteractiveAuthenticationSuccessEvent event) {
        var signedIn = event.getAuthentication();
        String address = signedIn.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : null;
        LOG.info("person.signed-in person={}", signedIn.getName());
        write(Actor.person(signedIn.getName()), "succeeded", address, null);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String username, String address) {
        Actor who = who(username);
        LOG.info("person.sign-in-failed person={}", who.id());
        write(who, "failed", address, null);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void locked(String username, String address, Instant until) {
        Actor who = who(username);
        LOG.warn("person.sign-in-locked person={} until={}", who.id(), until);
        write(who, "locked", address, until);
    }

    private Actor who(String username) {
        return accounts.existsById(username) ? Actor.person(username) : Actor.system("unknown-name");
    }

    private void write(Actor actor, String result, String address, Instant until) {
        evidence.append(EvidenceEntry.of(EvidenceKind.SIGN_IN, actor).with("result", result).with("address", address)
                .with("lockedUntil", until == null ? null : until.toString()));
    }
}

package io.countersign.agent;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Issues credentials and redeems each once, for connectors under test. Knows only what it issued itself. */
public final class TestCredentials implements CredentialVerifier {

    private final Map<String, Binding> open = new ConcurrentHashMap<>();

    private record Binding(CredentialGrant.Verb verb, String connector, ActionDigest digest, Target target) {
    }

    public Credential issue(CredentialGrant.Verb verb, String connector, ActionDigest digest, Target target) {
        String token = UUID.randomUUID().toString();
        open.put(token, new Binding(verb, connector, digest, target));
        return new Credential(token);
    }

    /** A token that nobody issued. */
    public Credential forge() {
        return new Credential(UUID.randomUUID().toString());
    }

    /** Ends the life of everything issued so far. */
    public void expireAll() {
        open.clear();
    }

    @Override
    public void redeem(Credential credential, CredentialGrant.Verb verb, String connector, ActionDigest digest, Target target) {
        Binding bound = open.get(credential.token());
        if (!new Binding(verb, connector, digest, target).equals(bound)) {
            throw new CredentialRefused("This credential was not issued for this call");
        }
        if (!open.remove(credential.token(), bound)) {
            throw new CredentialRefused("This credential was used before");
        }
    }
}

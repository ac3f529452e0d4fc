package io.countersign.connector.nftables;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;

/** The keys by which the firewall is known, from the file of known hosts. Nobody is asked about another one, and the file is never written. */
final class HostKeys {

    private static final String RSA = "ssh-rsa";

    private final NftablesSettings settings;
    private final Set<String> kinds;

    private HostKeys(NftablesSettings settings, Set<String> kinds) {
        this.settings = settings;
        this.kinds = kinds;
    }

    static HostKeys of(NftablesSettings settings) {
        List<KnownHostEntry> known;
        try {
            known = KnownHostEntry.readKnownHostEntries(settings.knownHostsFile());
        } catch (IOException | RuntimeException unreadable) {
            throw NftablesSettings.refused("known-hosts-file", "cannot be used: " + settings.knownHostsFile() + " must be a readable file such as ssh-keyscan writes");
        }
        Set<String> kinds = known.stream().filter(entry -> entry.isHostMatch(settings.host(), settings.port()) && entry.getMarker() == null && entry.getKeyEntry() != null)
                .map(entry -> entry.getKeyEntry().getKeyType()).collect(Collectors.toSet());
        if (kinds.isEmpty()) {
            throw NftablesSettings.refused("known-hosts-file", "has no key of " + settings.host() + " at port " + settings.port() + ": " + settings.knownHostsFile());
        }
        return new HostKeys(settings, kinds);
    }

    ServerKeyVerifier verifier() {
        return new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, settings.knownHostsFile());
    }

    /** Whether a key for this signature is known: the firewall is asked for no other, since it has one of each kind and would show one that nobody wrote down. */
    boolean know(String signature) {
        return kinds.contains(signature.startsWith("rsa-sha2-") ? RSA : signature) && !signature.equals(RSA);
    }
}

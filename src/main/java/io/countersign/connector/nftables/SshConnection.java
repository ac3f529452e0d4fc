package io.countersign.connector.nftables;

import java.io.IOException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * One connection to one firewall, signed in by a key and by nothing else, made when it is needed and for half an hour at most. Starting does not need the firewall to be up.
 * What an account keeps for its own SSH, such as keys and known hosts in its home, is not looked at.
 */
final class SshConnection implements AutoCloseable {

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private final SshClient client;
    private final NftablesSettings settings;
    private final ReentrantLock connecting = new ReentrantLock();
    private ClientSession current;
    private long since;

    private SshConnection(SshClient client, NftablesSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    static SshConnection open(NftablesSettings settings) {
        HostKeys known = HostKeys.of(settings);
        KeyPair key = SignInKey.read(settings.privateKeyFile());
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(known.verifier());
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(key));
        client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(List.copyOf(client.getSignatureFactories()))));
        client.setSignatureFactories(client.getSignatureFactories().stream().filter(factory -> known.know(factory.getName())).toList());
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, settings.responseTimeout());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 2);
        // What was written and not yet taken by the network when we gave up must not arrive later.
        CoreModuleProperties.SOCKET_LINGER.set(client, 0);
        client.start();
        return new SshConnection(client, settings);
    }

    /** The connection that stands, or a new one. @throws IOException if none does in time; then nothing was sent over it */
    ClientSession session() throws IOException {
        if (!inTurn()) {
            throw new IOException("Others wait for a connection, too");
        }
        try {
            if (current != null && current.isOpen() && System.nanoTime() - since < LONGEST_LIFE.toNanos()) {
                return current;
            }
            if (current != null) {
                current.close(false);
            }
            current = fresh();
            since = System.nanoTime();
            return current;
        } finally {
            connecting.unlock();
        }
    }

    /** One of its own, which the caller closes. */
    ClientSession fresh() throws IOException {
        ClientSession made = client.connect(settings.user(), settings.host(), settings.port()).verify(settings.connectTimeout()).getClientSession();
        try {
            made.auth().verify(settings.connectTimeout());
            return made;
        } catch (IOException | RuntimeException refused) {
            made.close(true);
            throw refused;
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    private boolean inTurn() {
        try {
            return connecting.tryLock(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

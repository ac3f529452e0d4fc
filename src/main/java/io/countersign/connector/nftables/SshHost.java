package io.countersign.connector.nftables;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.session.ClientSession;

/** Runs commands on one host, each once, a few at a time. */
final class SshHost implements AutoCloseable {

    private final SshConnection connection;
    private final Semaphore turns;
    private final Duration turnWithin;
    private final Duration answerWithin;

    /** Asked when the connection stands, right before sending. */
    interface Objection {

        Objection NONE = (ours, theirs) -> Optional.empty();

        /** Why nothing may be sent over a connection between these two. */
        Optional<String> against(InetAddress ours, InetAddress theirs);
    }

    SshHost(SshConnection connection, NftablesSettings settings) {
        this.connection = connection;
        this.turns = new Semaphore(settings.commands(), true);
        this.turnWithin = settings.connectTimeout();
        this.answerWithin = settings.responseTimeout();
    }

    Outcome run(String command, Objection objection) {
        try {
            if (!turns.tryAcquire(turnWithin.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome.NotSent("too many commands for it are under way");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Outcome.NotSent("Countersign is being stopped");
        }
        try {
            ClientSession session = connection.session();
            Optional<String> not = objection.against(address(session.getLocalAddress()), address(session.getRemoteAddress()));
            return not.isPresent() ? new Outcome.NotSent(not.get()) : new SshCommand(command, answerWithin).run(session);
        } catch (IOException | RuntimeException unreachable) {
            return unreachable(unreachable);
        } finally {
            turns.release();
        }
    }

    FreshConnection afresh() {
        return new FreshConnection(connection, answerWithin);
    }

    @Override
    public void close() {
        connection.close();
    }

    static Outcome unreachable(Exception why) {
        return new Outcome.NotSent("it cannot be reached by SSH: " + Words.of(why));
    }

    private static InetAddress address(SocketAddress end) {
        return ((InetSocketAddress) end).getAddress();
    }
}

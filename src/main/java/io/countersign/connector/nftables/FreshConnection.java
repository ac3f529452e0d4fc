package io.countersign.connector.nftables;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;

/** A connection of its own, made with the first command: it shows what the host says now, not what it said when the usual one was made. */
final class FreshConnection implements AutoCloseable {

    private final SshConnection connection;
    private final Duration answerWithin;
    private ClientSession session;

    FreshConnection(SshConnection connection, Duration answerWithin) {
        this.connection = connection;
        this.answerWithin = answerWithin;
    }

    Outcome run(String command) {
        try {
            if (session == null) {
                session = connection.fresh();
            }
            return new SshCommand(command, answerWithin).run(session);
        } catch (IOException | RuntimeException unreachable) {
            return SshHost.unreachable(unreachable);
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close(false);
        }
    }
}

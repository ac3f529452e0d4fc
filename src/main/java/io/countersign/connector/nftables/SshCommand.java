package io.countersign.connector.nftables;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;

/** One command over a connection that stands, sent once. A connection on which an answer is missing is closed at once, with all that is on it: what was written and not sent is thrown away. */
record SshCommand(String line, Duration answerWithin) {

    private static final int MOST_OUTPUT = 8 << 20;
    private static final int MOST_COMPLAINT = 4096;
    /** What a shell says of a command that a signal ended: how far it had come, nobody knows. */
    private static final int ENDED_BY_SIGNAL = 128;

    Outcome run(ClientSession session) {
        try {
            Outcome outcome = ask(session);
            if (outcome instanceof Outcome.NoAnswer) {
                session.close(true);
            }
            return outcome;
        } catch (IOException | RuntimeException lost) {
            if (lost instanceof SshChannelOpenException || lost.getCause() instanceof SshChannelOpenException) {
                return new Outcome.NotSent("it takes no further command: " + Words.of(lost));
            }
            boolean ended = !session.isOpen();
            session.close(true);
            return new Outcome.NoAnswer(Words.of(lost), ended);
        }
    }

    private Outcome ask(ClientSession session) throws IOException {
        Beginning out = new Beginning(MOST_OUTPUT);
        Beginning err = new Beginning(MOST_COMPLAINT);
        try (ChannelExec channel = session.createExecChannel(line)) {
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(answerWithin);
            boolean closed = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), answerWithin).contains(ClientChannelEvent.CLOSED);
            Integer exit = channel.getExitStatus();
            if (exit == null) {
                return closed ? new Outcome.NoAnswer(session.isOpen() ? "the command ended without an exit code" : "the connection ended before the answer", !session.isOpen())
                        : new Outcome.NoAnswer("no answer within " + answerWithin.toSeconds() + " s", false);
            }
            return exit > ENDED_BY_SIGNAL ? new Outcome.NoAnswer("the command was ended, exit code " + exit + " " + Words.line(err.toString()), false)
                    : new Outcome.Done(exit, out.toString(), err.toString(), closed && out.whole());
        }
    }
}

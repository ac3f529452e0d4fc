package io.countersign.connector.nftables;

import io.countersign.connector.Answer;
import io.countersign.connector.TargetUnreadable;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The sets of one firewall: read as often as needed, changed by one command, sent once. */
final class Firewall implements AutoCloseable {

    private final SshHost host;
    private final Commands commands;

    Firewall(SshHost host, Commands commands) {
        this.host = host;
        this.commands = commands;
    }

    /** @throws TargetUnreadable if the set cannot be read, or not understood as a whole */
    BlockSet read(boolean ipv4) {
        Outcome outcome = host.run(commands.list(ipv4), SshHost.Objection.NONE);
        if (outcome instanceof Outcome.NoAnswer no && no.ended()) {
            // The firewall ended the connection since it was last used. Without a second look every first order after that would fail.
            outcome = host.run(commands.list(ipv4), SshHost.Objection.NONE);
        }
        if (!(outcome instanceof Outcome.Done done)) {
            throw unreadable(outcome instanceof Outcome.NotSent not ? not.reason() : ((Outcome.NoAnswer) outcome).reason());
        }
        if (done.exit() != 0 || !done.whole()) {
            throw unreadable(done.exit() != 0 ? Words.refusal(done.exit(), done.err()) : "its answer is longer than is read");
        }
        try {
            return BlockSet.of(done.out(), commands.set(ipv4), ipv4);
        } catch (IllegalArgumentException strange) {
            throw unreadable(strange.getMessage());
        }
    }

    /** @param late if true, nothing is sent */
    Answer add(Block block, Mark mark, BooleanSupplier late) {
        Outcome outcome = host.run(commands.create(block, mark), (ours, theirs) -> late.getAsBoolean()
                ? Optional.of("it took too long until the order could be sent") : cutsOff(block, ours, theirs));
        return answer(outcome, "The firewall blocks " + block);
    }

    Answer remove(Block block, Mark mark) {
        return answer(host.run(commands.delete(block, mark), SshHost.Objection.NONE), "The firewall does not block " + block + " any more");
    }

    @Override
    public void close() {
        host.close();
    }

    private static Optional<String> cutsOff(Block block, InetAddress ours, InetAddress theirs) {
        return Stream.of(ours, theirs).map(InetAddress::getHostAddress).flatMap(end -> Block.parse(end.replaceFirst("%.*", "")).stream())
                .filter(end -> end.span().overlaps(block.span())).findFirst()
                .map(end -> "Countersign reaches the firewall over " + end + ": with that blocked there would be no way back");
    }

    private static Answer answer(Outcome outcome, String done) {
        if (outcome instanceof Outcome.Done ended) {
            return ended.exit() == 0 ? new Answer.Accepted(done) : new Answer.Refused("The firewall refused, " + Words.refusal(ended.exit(), ended.err()));
        }
        return outcome instanceof Outcome.NotSent not ? new Answer.Refused("Nothing was sent to the firewall: " + not.reason())
                : new Answer.Lost("The firewall's answer did not come: " + ((Outcome.NoAnswer) outcome).reason());
    }

    private static TargetUnreadable unreadable(String why) {
        return new TargetUnreadable("The firewall's set could not be read: " + why);
    }
}

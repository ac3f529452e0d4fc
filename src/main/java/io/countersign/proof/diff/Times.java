package io.countersign.proof.diff;

import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** Judges a timer: a question that ends sooner, or a containment that does, leaves less time to act on an old yes. */
final class Times {

    private Times() {
    }

    static Change judge(Node node, String was, String is) {
        String sentence = Ways.quoted(node) + " comes after " + is + " instead of " + was + ".";
        Optional<Duration> old = duration(was);
        Optional<Duration> now = duration(is);
        boolean onlyTells = node.kind() == Kind.BOUNDARY && !node.interrupting();
        if (old.isEmpty() || now.isEmpty() || onlyTells) {
            return Change.gains(ChangeKind.TIMING, node.id(), sentence);
        }
        int compared = now.get().compareTo(old.get());
        return compared == 0 ? Change.neutral(ChangeKind.TIMING, node.id(), sentence)
                : compared < 0 ? Change.loses(ChangeKind.TIMING, node.id(), sentence) : Change.gains(ChangeKind.TIMING, node.id(), sentence);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException expression) {
            return Optional.empty();
        }
    }
}

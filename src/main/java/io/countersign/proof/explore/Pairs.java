package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Which pairs of actions could be taken back in the wrong order: the second can follow the first, and a throw that takes back the first
 * can be followed by one that takes back the second, or is the same one. In a chain of throws in reverse order there is none.
 */
final class Pairs {

    private static final int MOST = 64;

    private final Net net;
    private final Earlier earlier;
    private final Map<Node, BitSet> before = new HashMap<>();

    Pairs(Net net) {
        this.net = net;
        this.earlier = new Earlier(net);
    }

    /** @param crossing whether throws can overtake each other; then every pair could be wrong @return whether none was left out */
    boolean each(boolean crossing, BiConsumer<Action, Action> pair) {
        List<Node> elements = net.nodes().stream().filter(node -> node.duty() == Duty.ACT && node.action() != null && node.action().lasting()).toList();
        List<Node> thrown = net.nodes().stream().filter(node -> node.kind() == Kind.COMPENSATE).toList();
        int left = MOST;
        for (Node first : elements) {
            for (Node second : elements) {
                if (first != second && left >= 0 && (atOnce(first, second, thrown) || before(second).get(first.index()) && (crossing || wrongOrder(first, second, thrown)))) {
                    if (left-- > 0) {
                        pair.accept(first.action(), second.action());
                    }
                }
            }
        }
        return left >= 0;
    }

    private static boolean atOnce(Node first, Node second, List<Node> thrown) {
        return thrown.stream().anyMatch(thrower -> takesBack(thrower, first) && takesBack(thrower, second));
    }

    private boolean wrongOrder(Node first, Node second, List<Node> thrown) {
        for (Node one : thrown) {
            for (Node other : thrown) {
                if (takesBack(one, first) && takesBack(other, second) && before(other).get(one.index())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean takesBack(Node thrower, Node element) {
        Node about = thrower.compensated();
        return about == null || about == element || about.inside() != null && element.scope().within(about.inside());
    }

    /** The nodes from which flows lead to this one. */
    BitSet before(Node node) {
        return before.computeIfAbsent(node, target -> {
            BitSet found = new BitSet();
            Deque<Node> work = new ArrayDeque<>(List.of(target));
            while (!work.isEmpty()) {
                for (Node next : earlier.byFlow.get(work.poll().index())) {
                    if (!found.get(next.index())) {
                        found.set(next.index());
                        work.add(next);
                    }
                }
            }
            return found;
        });
    }
}

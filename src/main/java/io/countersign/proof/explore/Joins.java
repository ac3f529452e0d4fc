package io.countersign.proof.explore;

import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Gateways that join, as Camunda 7 does it: a parallel gateway counts tokens, whichever flow they came on; an inclusive one looks, only
 * when a token arrives, whether any other token of its scope could still come.
 */
final class Joins {

    private final Net net;
    private final Map<Node, BitSet> canReach = new HashMap<>();

    Joins(Net net) {
        this.net = net;
    }

    /** @return whether it opens; then the tokens that waited are taken away */
    boolean arrive(Board board, Node gateway, int token) {
        if (gateway.incoming() <= 1) {
            board.remove(token);
            return true;
        }
        int waiting = State.token(gateway.index(), State.WAITS);
        int arrived = board.count(other -> other == waiting) + 1;
        boolean opens = arrived >= gateway.incoming() || gateway.kind() == Kind.OR && nobodyElseComes(board, gateway, token);
        if (!opens) {
            board.replace(token, waiting);
            return false;
        }
        board.remove(token);
        for (int other : board.tokens()) {
            if (other == waiting) {
                board.remove(other);
            }
        }
        return true;
    }

    private boolean nobodyElseComes(Board board, Node gateway, int token) {
        BitSet reaching = canReach.computeIfAbsent(gateway, this::reaching);
        int others = board.count(other -> State.node(other) != gateway.index() && board.node(other).scope().within(gateway.scope()) && reaching.get(State.node(other)));
        return others == 0 && token >= 0;
    }

    /** Every node from which flows, boundary events or the end of a scope lead to the gateway. */
    BitSet reaching(Node gateway) {
        Earlier earlier = new Earlier(net);
        BitSet found = new BitSet();
        Deque<Node> work = new ArrayDeque<>();
        work.add(gateway);
        while (!work.isEmpty()) {
            Node node = work.poll();
            for (Node before : earlier.byFlow.get(node.index())) {
                if (!found.get(before.index())) {
                    found.set(before.index());
                    work.add(before);
                }
            }
        }
        return found;
    }

    static boolean isInclusiveJoin(Node node) {
        return node.kind() == Kind.OR && node.incoming() > 1;
    }

}

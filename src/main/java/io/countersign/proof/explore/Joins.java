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
        int others = board.count(other -> State.node(other) != gateway.index() && !throwing(board, other) && board.node(other).scope().within(gateway.scope()) && reaching.get(State.node(other)));
        return others == 0 && token >= 0;
    }

    /** While its handlers run, the engine sees those and not the throw. */
    private static boolean throwing(Board board, int token) {
        return board.node(token).kind() == Kind.COMPENSATE && State.waits(token);
    }

    /**
     * Every node from which the engine thinks that a token can come to the gateway: along flows, and from where a subprocess ends out of
     * it. Boundary events are not looked at.
     */
    BitSet reaching(Node gateway) {
        BitSet found = new BitSet();
        Deque<Node> work = new ArrayDeque<>();
        work.add(gateway);
        while (!work.isEmpty()) {
            Node node = work.poll();
            net.nodes().stream().filter(before -> !found.get(before.index()) && leadsTo(before, node)).forEach(before -> {
                found.set(before.index());
                work.add(before);
            });
        }
        return found;
    }

    private static boolean leadsTo(Node before, Node node) {
        boolean endsIt = before.outgoing().isEmpty() && before.scope().host() == node && !node.type().equals("callActivity");
        return endsIt || before.outgoing().stream().anyMatch(flow -> flow.target() == node);
    }

    static boolean isInclusiveJoin(Node node) {
        return node.kind() == Kind.OR && node.incoming() > 1;
    }

}

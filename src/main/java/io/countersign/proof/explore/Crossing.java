package io.countersign.proof.explore;

import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import java.util.BitSet;

/** Whether two tokens are ever among the throws at once, or one there and another on its way; then they can overtake each other. */
final class Crossing {

    private final BitSet throwing = new BitSet();
    private final BitSet leading = new BitSet();
    private boolean seen;

    Crossing(Net net) {
        Pairs pairs = new Pairs(net);
        net.nodes().stream().filter(node -> node.kind() == Kind.COMPENSATE).forEach(node -> {
            throwing.set(node.index());
            leading.set(node.index());
            leading.or(pairs.before(node));
        });
        net.nodes().stream().filter(node -> node.kind() == Kind.SCOPE).forEach(node -> leading.clear(node.index()));
    }

    void see(State state) {
        int at = 0;
        int towards = 0;
        for (int token : state.tokens) {
            at += throwing.get(State.node(token)) ? 1 : 0;
            towards += leading.get(State.node(token)) ? 1 : 0;
        }
        seen |= at > 0 && towards > 1;
    }

    boolean seen() {
        return seen;
    }
}

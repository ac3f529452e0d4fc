package io.countersign.proof.explore;

import io.countersign.proof.net.Condition;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which facts of a followed action can still be read from a node on. What cannot is forgotten, so that paths that differ only in it
 * become one. Effects, subscriptions and decisions to keep are never forgotten.
 */
final class Liveness {

    private static final long AUTHORITY = Fact.TIER.mask() | Fact.FRESH.mask() | Fact.FIRST_APPROVAL.mask() | Fact.SECOND_APPROVAL.mask() | Fact.REFUSED.mask();
    static final long PATH = AUTHORITY | Fact.DECISION.mask() | Fact.OUTCOME.mask() | Fact.NEXT.mask() | Fact.IN_FORCE.mask() | Fact.ROLLBACK.mask();

    private final View view;
    /** By place of the action, then by node. */
    private final long[][] live;

    Liveness(Net net, View view) {
        this.view = view;
        this.live = new long[view.actions().size()][];
        Earlier earlier = new Earlier(net);
        for (int place = 0; place < live.length; place++) {
            live[place] = solve(net, earlier, place);
        }
    }

    long at(int place, int node) {
        return live[place][node];
    }

    private long[] solve(Net net, Earlier earlier, int place) {
        long[] in = new long[net.nodes().size()];
        long[] out = new long[in.length];
        long[] interrupted = new long[in.length];
        Deque<Node> work = new ArrayDeque<>(net.nodes());
        while (!work.isEmpty()) {
            Node node = work.poll();
            int at = node.index();
            long now = out[at] & ~killed(node, place) | read(node, place) | interrupted[at];
            if (now != in[at]) {
                in[at] = now;
                spread(now, earlier.byFlow.get(at), out, work);
                spread(now, earlier.byInterrupt.get(at), interrupted, work);
            }
        }
        return in;
    }

    private static void spread(long now, List<Node> earlier, long[] to, Deque<Node> work) {
        for (Node node : earlier) {
            if ((to[node.index()] | now) != to[node.index()]) {
                to[node.index()] |= now;
                work.add(node);
            }
        }
    }

    private long read(Node node, int place) {
        long read = 0;
        for (Flow flow : node.outgoing()) {
            read |= read(flow.condition(), place);
        }
        if (view.place(node.action()) == place) {
            read |= switch (node.duty()) {
                case ACT -> AUTHORITY;
                case APPROVE, EXPIRE -> Fact.FIRST_APPROVAL.mask() | Fact.SECOND_APPROVAL.mask() | Fact.REFUSED.mask();
                default -> 0;
            };
        }
        return read;
    }

    private long read(Condition condition, int place) {
        long read = 0;
        for (Variable variable : condition.variables()) {
            read |= switch (variable.field()) {
                case IN_FORCE -> Fact.IN_FORCE.mask();
                case ROLLBACK -> Fact.ROLLBACK.mask();
                case TIER -> own(variable, place, Fact.TIER);
                case DECISION -> own(variable, place, Fact.DECISION);
                case OUTCOME -> own(variable, place, Fact.OUTCOME);
                case NEXT -> own(variable, place, Fact.NEXT);
            };
        }
        return read;
    }

    private long own(Variable variable, int place, Fact fact) {
        return view.place(variable.action()) == place ? fact.mask() : 0;
    }

    private long killed(Node node, int place) {
        if (view.place(node.action()) != place) {
            return 0;
        }
        return switch (node.duty()) {
            case ASSESS -> AUTHORITY;
            case ACT -> Fact.OUTCOME.mask();
            case RESOLVE -> Fact.NEXT.mask();
            default -> 0;
        };
    }
}

package io.countersign.proof.explore;

import io.countersign.proof.net.Condition;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Trigger;
import io.countersign.proof.net.Variable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;

/**
 * Which steps may be taken alone: those that change nothing that is followed, read nothing that another token could still change, end
 * no scope, and are watched by no inclusive join. Such a step commutes with every step of another token; and an interruption that
 * takes its token away leads to the same state before and after it, so putting the interruption off loses nothing.
 */
final class Ample {

    private static final Set<Duty> FACTS_OF_ALL = Set.of(Duty.RECOMMEND, Duty.VERIFY, Duty.REVIEW, Duty.KEEP);

    private final View view;
    private final BitSet quiet = new BitSet();
    private final BitSet reads = new BitSet();
    /** Nodes from which a token can come to one that changes what is followed. */
    private final BitSet leadsToChange = new BitSet();

    Ample(Net net, View view) {
        this.view = view;
        BitSet watched = new BitSet();
        Joins joins = new Joins(net);
        net.nodes().stream().filter(Joins::isInclusiveJoin).forEach(join -> {
            watched.or(joins.reaching(join));
            watched.set(join.index());
        });
        for (Node node : net.nodes()) {
            quiet.set(node.index(), quiet(node) && !watched.get(node.index()));
            reads.set(node.index(), reads(node));
        }
        spread(net);
    }

    boolean commutes(State state, int token, Game game) {
        int node = State.node(token);
        if (!quiet.get(node) || state.tokens.length == 1 || endsItsScope(state, token, game)) {
            return false;
        }
        if (reads.get(node)) {
            for (int other : state.tokens) {
                if (other != token && leadsToChange.get(State.node(other))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The last token of a scope, or one that leaves while the scope's end would be seen. */
    private static boolean endsItsScope(State state, int token, Game game) {
        Node node = game.node(token);
        if (!node.outgoing().isEmpty() || node.forCompensation()) {
            return false;
        }
        if (node.scope().parent() != null) {
            return true;
        }
        int inScope = 0;
        for (int other : state.tokens) {
            inScope += game.node(other).scope().within(node.scope()) ? 1 : 0;
        }
        return inScope <= 1;
    }

    private boolean quiet(Node node) {
        boolean plain = switch (node.kind()) {
            case START, END, PASS, WAIT, XOR, AND, EVENT_GATEWAY, BOUNDARY, REGION -> true;
            case OR -> node.incoming() <= 1;
            default -> false;
        };
        return plain && !changes(node) && !node.forCompensation() && node.outgoing().stream().allMatch(flow -> node.kind() != Kind.EVENT_GATEWAY || !changes(flow.target()));
    }

    private boolean changes(Node node) {
        if (view.actions().isEmpty()) {
            return false;
        }
        boolean event = node.kind() != Kind.BOUNDARY && node.kind() != Kind.START && (node.trigger() == Trigger.MESSAGE || node.trigger() == Trigger.TIMER);
        return view.follows(node.action()) && node.duty() != Duty.ESCALATE && node.duty() != Duty.BY_HAND || FACTS_OF_ALL.contains(node.duty()) || event
                || node.kind() == Kind.COMPENSATE;
    }

    private boolean reads(Node node) {
        return node.outgoing().stream().anyMatch(flow -> reads(flow.condition()));
    }

    private boolean reads(Condition condition) {
        return condition.variables().stream().map(Variable::field).findAny().isPresent() && !view.actions().isEmpty();
    }

    private void spread(Net net) {
        Earlier earlier = new Earlier(net);
        Deque<Node> work = new ArrayDeque<>();
        net.nodes().stream().filter(this::changes).forEach(node -> {
            leadsToChange.set(node.index());
            work.add(node);
        });
        while (!work.isEmpty()) {
            Node node = work.poll();
            for (Node before : earlier.byFlow.get(node.index())) {
                if (!leadsToChange.get(before.index())) {
                    leadsToChange.set(before.index());
                    work.add(before);
                }
            }
        }
    }
}

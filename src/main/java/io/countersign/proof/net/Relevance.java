package io.countersign.proof.net;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;

/**
 * Which nodes matter to one action: those that change or read what is followed of it, those where paths part or meet at the same time,
 * and those where a run begins, waits for an order, or ends. What matters to no action is only time.
 */
final class Relevance {

    private static final Set<Duty> ALWAYS = Set.of(Duty.RECOMMEND, Duty.VERIFY, Duty.REVIEW, Duty.KEEP);

    private final Action action;
    private final BitSet relevant = new BitSet();

    Relevance(Net net, Action action) {
        this.action = action;
        net.nodes().stream().filter(node -> node.kind() != Kind.BOUNDARY).filter(this::matters).forEach(node -> relevant.set(node.index()));
        net.nodes().stream().filter(node -> node.is(Duty.ACT, action) && node.handler() != null).forEach(node -> relevant.set(node.handler().index()));
        net.nodes().stream().filter(node -> !relevant.get(node.index()) && !sidePathsEndByThemselves(node)).forEach(node -> relevant.set(node.index()));
        net.nodes().stream().filter(node -> node.kind() == Kind.BOUNDARY && node.attachedTo() != null && relevant.get(node.attachedTo().index()))
                .forEach(node -> relevant.set(node.index()));
    }

    boolean of(Node node) {
        return relevant.get(node.index());
    }

    private boolean matters(Node node) {
        return node.action() == action && node.duty() != Duty.ESCALATE && node.duty() != Duty.BY_HAND || ALWAYS.contains(node.duty()) || partsOrMeets(node)
                || node.outgoing().stream().flatMap(flow -> flow.condition().variables().stream()).anyMatch(this::followed)
                || node.kind() == Kind.COMPENSATE && takesBack(node.compensated())
                || node.kind() == Kind.WAIT && (node.trigger() == Trigger.MESSAGE || node.trigger() == Trigger.TIMER);
    }

    private boolean followed(Variable variable) {
        return variable.action() == action || variable.action() == null;
    }

    private boolean takesBack(Node compensated) {
        return compensated == null || compensated.action() == action || compensated.inside() != null;
    }

    private static boolean partsOrMeets(Node node) {
        return switch (node.kind()) {
            case START, END, TERMINATE, ERROR_END, AND, SCOPE, EVENT_SCOPE, EVENT_GATEWAY -> true;
            case XOR -> node.outgoing().isEmpty();
            case OR -> node.incoming() > 1 || node.outgoing().size() != 1;
            default -> node.outgoing().size() != 1 && !node.forCompensation();
        };
    }

    /** Whether what starts beside the node, without interrupting it, ends without doing anything that matters. */
    private boolean sidePathsEndByThemselves(Node node) {
        Deque<Node> work = new ArrayDeque<>(node.boundaries().stream().filter(boundary -> !boundary.interrupting()).toList());
        BitSet seen = new BitSet();
        while (!work.isEmpty()) {
            Node at = work.poll();
            if (seen.get(at.index())) {
                continue;
            }
            seen.set(at.index());
            boolean end = at.kind() == Kind.END;
            if (!end && (relevant.get(at.index()) || !at.boundaries().isEmpty() || at.outgoing().isEmpty())) {
                return false;
            }
            at.outgoing().stream().map(Flow::target).forEach(work::add);
        }
        return true;
    }
}

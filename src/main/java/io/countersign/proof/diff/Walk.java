package io.countersign.proof.diff;

import io.countersign.proof.net.Condition;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Truth;
import io.countersign.proof.net.Variable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Walks from one landmark to the next ones, for given values of the variables. */
class Walk {

    private final Landmarks landmarks;
    private final Predicate<Node> passed;

    /** @param passed landmarks that count as nothing, because only one of the two versions has them */
    Walk(Landmarks landmarks, Predicate<Node> passed) {
        this.landmarks = landmarks;
        this.passed = passed;
    }

    /** What the ways from this landmark depend on. */
    Set<String> variables(Node from) {
        Set<String> names = new TreeSet<>();
        Set<Node> seen = new HashSet<>();
        from.outgoing().forEach(flow -> variables(flow, seen, names));
        return names;
    }

    private void variables(Flow flow, Set<Node> seen, Set<String> names) {
        flow.condition().variables().forEach(variable -> names.add(name(variable)));
        if (!stops(flow.target()) && seen.add(flow.target())) {
            flow.target().outgoing().forEach(next -> variables(next, seen, names));
        }
    }

    /** Keys of the landmarks that a token comes to. */
    Set<String> from(Node from, Map<String, Integer> values) {
        Set<String> reached = new TreeSet<>();
        leave(from, variable -> values.getOrDefault(name(variable), 0), new HashSet<>(), reached);
        return reached;
    }

    private void leave(Node node, Condition.Values values, Set<Node> seen, Set<String> reached) {
        boolean chooses = node.kind() == Kind.XOR;
        for (Flow flow : node.outgoing()) {
            Truth truth = flow.fallback() ? Truth.FALSE : flow.condition().test(values);
            if (truth != Truth.FALSE) {
                enter(flow.target(), values, seen, reached);
            }
            if (chooses && truth == Truth.TRUE) {
                return;
            }
        }
        node.outgoing().stream().filter(Flow::fallback).forEach(flow -> enter(flow.target(), values, seen, reached));
    }

    private void enter(Node node, Condition.Values values, Set<Node> seen, Set<String> reached) {
        if (stops(node)) {
            reached.add(landmarks.keys().get(node));
        } else if (seen.add(node)) {
            leave(node, values, seen, reached);
        }
    }

    private boolean stops(Node node) {
        return landmarks.keys().containsKey(node) && !passed.test(node);
    }

    static String name(Variable variable) {
        return (variable.action() == null ? "" : variable.action().activity() + " ") + variable.field().name();
    }

    static boolean asks(Node node) {
        return node.duty() == Duty.ASSESS || node.duty() == Duty.APPROVE;
    }
}

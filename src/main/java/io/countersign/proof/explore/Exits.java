package io.countersign.proof.explore;

import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Truth;
import java.util.ArrayList;
import java.util.List;

/** Which flows the engine may take out of a node: each list is one way; none at all means that it refuses the step. */
final class Exits {

    private static final int MOST_UNKNOWN = 6;

    private final View view;

    Exits(View view) {
        this.view = view;
    }

    List<List<Flow>> of(Node node, long[] facts) {
        if (node.kind() == Kind.AND || node.outgoing().isEmpty()) {
            return List.of(node.outgoing());
        }
        return node.kind() == Kind.XOR || node.kind() == Kind.REGION ? exclusive(node, facts) : inclusive(node, facts);
    }

    /** The first flow whose condition holds, in the order of the file; else the default. */
    private List<List<Flow>> exclusive(Node node, long[] facts) {
        List<List<Flow>> ways = new ArrayList<>(node.outgoing().size());
        for (Flow flow : node.outgoing()) {
            Truth truth = node.kind() == Kind.REGION ? Truth.UNKNOWN : flow.fallback() ? Truth.FALSE : test(flow, facts);
            if (truth != Truth.FALSE) {
                ways.add(List.of(flow));
            }
            if (truth == Truth.TRUE) {
                return ways;
            }
        }
        node.outgoing().stream().filter(Flow::fallback).findFirst().ifPresent(flow -> ways.add(List.of(flow)));
        return ways;
    }

    /** All flows whose conditions hold; else the default. */
    private List<List<Flow>> inclusive(Node node, long[] facts) {
        List<Flow> sure = new ArrayList<>();
        List<Flow> maybe = new ArrayList<>();
        for (Flow flow : node.outgoing()) {
            Truth truth = flow.fallback() ? Truth.FALSE : test(flow, facts);
            (truth == Truth.TRUE ? sure : truth == Truth.UNKNOWN ? maybe : new ArrayList<Flow>()).add(flow);
        }
        List<List<Flow>> ways = new ArrayList<>();
        int unknown = Math.min(maybe.size(), MOST_UNKNOWN);
        for (int subset = 0; subset < 1 << unknown; subset++) {
            List<Flow> way = new ArrayList<>(sure);
            for (int i = 0; i < unknown; i++) {
                if ((subset & 1 << i) != 0) {
                    way.add(maybe.get(i));
                }
            }
            if (way.isEmpty()) {
                node.outgoing().stream().filter(Flow::fallback).findFirst().ifPresent(way::add);
            }
            if (!way.isEmpty()) {
                ways.add(way);
            }
        }
        return ways;
    }

    /** Where the engine stores the run before the token leaves, it chose the way earlier, when other things may have been known. */
    private Truth test(Flow flow, long[] facts) {
        return flow.source().asyncAfter() && !flow.condition().variables().isEmpty() ? Truth.UNKNOWN : flow.condition().test(variable -> view.value(variable, facts));
    }
}

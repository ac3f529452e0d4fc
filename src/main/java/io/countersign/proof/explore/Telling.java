package io.countersign.proof.explore;

import io.countersign.proof.Step;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Slice;
import java.util.ArrayList;
import java.util.List;

/** Tells a way through the game as people would: without gateways that only merge, and with what was passed where a slice drew it together. */
final class Telling {

    private Telling() {
    }

    /** @param slice in which it was played; null for the whole net */
    static List<Step> steps(List<Move> way, Slice slice) {
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < way.size(); at++) {
            Move move = way.get(at);
            List<Move> told = move.node().kind() != Kind.REGION ? List.of(move)
                    : slice.passed(before(way, at), move.node().outgoing().get(move.value()).target()).stream().map(Move::passes).toList();
            told.stream().filter(Move::telling).map(Move::step).filter(step -> !isLast(step, steps)).forEach(steps::add);
        }
        return steps;
    }

    /** Where the token was that leaves a region now; null if it started in it. */
    private static Node before(List<Move> way, int at) {
        Node region = way.get(at).node();
        for (int i = at - 1; i >= 0; i--) {
            Node node = way.get(i).node();
            if (node != region && node.outgoing().stream().anyMatch(flow -> flow.target() == region)) {
                return node;
            }
        }
        return null;
    }

    /** What comes from outside happens, and then its token leaves; that is one step for people. */
    private static boolean isLast(Step step, List<Step> steps) {
        return !steps.isEmpty() && steps.get(steps.size() - 1).equals(step);
    }
}

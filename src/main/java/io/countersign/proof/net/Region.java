package io.countersign.proof.net;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For every node that does not matter: to which nodes that matter a token can come next. Ends of one scope that end alike count as one. */
final class Region {

    private record End(Scope scope, Kind kind, String reference) {
    }

    private final Net net;
    private final Relevance relevance;
    private final Map<End, Node> ends = new HashMap<>();

    /** By index: the nodes that do not matter from which a token can come to it. */
    private final List<List<Node>> before;

    Region(Net net, Relevance relevance) {
        this.net = net;
        this.relevance = relevance;
        this.before = IntStream.range(0, net.nodes().size()).<List<Node>>mapToObj(i -> new java.util.ArrayList<>()).toList();
    }

    BitSet[] exits() {
        int size = net.nodes().size();
        BitSet[] exits = IntStream.range(0, size).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
        Deque<Node> work = new ArrayDeque<>();
        net.nodes().stream().filter(node -> !relevance.of(node)).forEach(node -> {
            next(node).forEach(next -> {
                if (relevance.of(next)) {
                    exits[node.index()].set(representative(next).index());
                } else {
                    before.get(next.index()).add(node);
                }
            });
            work.add(node);
        });
        while (!work.isEmpty()) {
            Node node = work.pollLast();
            for (Node earlier : before.get(node.index())) {
                int had = exits[earlier.index()].cardinality();
                exits[earlier.index()].or(exits[node.index()]);
                if (exits[earlier.index()].cardinality() > had) {
                    work.add(earlier);
                }
            }
        }
        return exits;
    }

    /** The nodes that do not matter from which a token comes to one where it rests before it comes to one that matters. After {@link #exits}. */
    BitSet rests() {
        BitSet rests = new BitSet();
        Deque<Node> work = new ArrayDeque<>(net.nodes().stream().filter(node -> !relevance.of(node) && (node.rests() || node.asyncAfter())).toList());
        work.forEach(node -> rests.set(node.index()));
        while (!work.isEmpty()) {
            for (Node earlier : before.get(work.poll().index())) {
                if (!rests.get(earlier.index())) {
                    rests.set(earlier.index());
                    work.add(earlier);
                }
            }
        }
        return rests;
    }

    /** Where a token can go by itself: along flows, or along what interrupts it. */
    static Stream<Node> next(Node node) {
        Stream<Node> byFlow = node.outgoing().stream().map(Flow::target);
        Stream<Node> byBoundary = node.boundaries().stream().filter(boundary -> boundary.interrupting() && boundary.trigger() != Trigger.ERROR);
        return Stream.concat(byFlow, byBoundary);
    }

    private Node representative(Node node) {
        return node.kind() == Kind.END || node.kind() == Kind.ERROR_END
                ? ends.computeIfAbsent(new End(node.scope(), node.kind(), node.reference()), end -> node) : node;
    }

    static boolean alike(Node node, Node copy) {
        boolean same = node.id().equals(copy.id()) && node.file().equals(copy.file());
        boolean end = node.kind() == Kind.END || node.kind() == Kind.ERROR_END;
        return same || end && node.kind() == copy.kind() && node.scope().index() == copy.scope().index() && node.reference().equals(copy.reference());
    }
}

package io.countersign.proof.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A net in which only what matters to one action is left. Everything between is drawn together: nodes from which the same nodes that
 * matter can come next are one region, where a token rests and then goes to any of them. So a playbook of many actions is looked at
 * as one small net for each.
 */
public final class Slice {

    private record Place(Scope scope, BitSet exits, boolean rests) {
    }

    private final Net whole;
    private final Relevance relevance;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Scope, Scope> scopes = new HashMap<>();
    private final Map<Node, Node> copies = new HashMap<>();
    private final Map<Place, Node> regions = new HashMap<>();
    private final BitSet[] exits;
    private final BitSet rests;
    private final Net net;

    public Slice(Net whole, Action action) {
        this.whole = whole;
        this.relevance = new Relevance(whole, action);
        Region region = new Region(whole, relevance);
        this.exits = region.exits();
        this.rests = region.rests();
        List<Scope> ordered = new ArrayList<>();
        for (Scope scope : whole.scopes()) {
            copyScope(scope, ordered);
        }
        this.net = new Net(whole.file(), whole.process(), whole.name(), nodes, ordered, whole.actions());
        whole.nodes().stream().filter(relevance::of).forEach(this::copyLines);
    }

    public Net net() {
        return net;
    }

    /** Scopes come after the node that holds them, so its copy is there. */
    private void copyScope(Scope scope, List<Scope> ordered) {
        Node host = scope.host() == null ? null : copies.get(scope.host());
        Scope copy = new Scope(scope.index(), scope.parent() == null ? null : scopes.get(scope.parent()), host);
        scopes.put(scope, copy);
        ordered.add(copy);
        if (host != null) {
            host.inside = copy;
        }
        if (scope.isEventScope()) {
            copy.parent().eventScopes.add(copy);
        }
        scope.nodes().stream().filter(relevance::of).forEach(node -> {
            Node twin = node.copy(nodes.size(), copy);
            copies.put(node, twin);
            nodes.add(twin);
            copy.nodes.add(twin);
        });
    }

    private void copyLines(Node node) {
        Node copy = copies.get(node);
        node.outgoing().forEach(flow -> copy.outgoing.add(new Flow(flow.id(), flow.name(), copy, image(flow.target()), flow.condition(), flow.fallback())));
        node.boundaries().forEach(boundary -> copy.boundaries.add(copies.get(boundary)));
        copy.attachedTo = copies.get(node.attachedTo());
        copy.handler = node.handler() == null ? null : copies.get(node.handler());
        copy.compensated = copies.get(node.compensated());
    }

    private Node image(Node node) {
        return relevance.of(node) ? copies.get(node) : region(node);
    }

    private Node region(Node node) {
        Place place = new Place(node.scope(), exits[node.index()], rests.get(node.index()));
        Node known = regions.get(place);
        if (known != null) {
            return known;
        }
        Node region = new Node(nodes.size(), new Node.Source(node.file(), node.id(), node.name(), node.type(), node.element()), Kind.REGION, scopes.get(node.scope()));
        region.asyncBefore = place.rests();
        nodes.add(region);
        region.scope().nodes.add(region);
        regions.put(place, region);
        place.exits().stream().forEach(exit -> region.outgoing.add(new Flow("", "", region, copies.get(whole.nodes().get(exit)), Condition.ALWAYS, false)));
        if (region.outgoing.isEmpty()) {
            region.outgoing.add(new Flow("", "", region, region, Condition.ALWAYS, false));
        }
        return region;
    }

    /**
     * What a token passes between two nodes that matter, on a shortest way.
     *
     * @param from where it was last, or null for the start
     * @param exit where it comes out of the region, as a node of the slice
     */
    public List<Node> passed(Node from, Node exit) {
        Map<Node, Node> before = new HashMap<>();
        Deque<Node> work = new ArrayDeque<>();
        whole.nodes().stream().filter(node -> from != null && node.id().equals(from.id()) && node.file().equals(from.file())).findFirst()
                .ifPresent(start -> Region.next(start).filter(node -> !relevance.of(node)).forEach(node -> {
                    if (before.putIfAbsent(node, start) == null) {
                        work.add(node);
                    }
                }));
        while (!work.isEmpty()) {
            Node node = work.poll();
            for (Node next : Region.next(node).toList()) {
                if (relevance.of(next) && Region.alike(next, exit)) {
                    return back(node, before);
                }
                if (!relevance.of(next) && before.putIfAbsent(next, node) == null) {
                    work.add(next);
                }
            }
        }
        return List.of();
    }

    private List<Node> back(Node last, Map<Node, Node> before) {
        List<Node> way = new ArrayList<>();
        for (Node at = last; at != null && !relevance.of(at); at = before.get(at)) {
            way.add(0, at);
        }
        return way;
    }
}

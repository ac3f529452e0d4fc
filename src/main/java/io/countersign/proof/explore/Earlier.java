package io.countersign.proof.explore;

import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import java.util.ArrayList;
import java.util.List;

/** From which nodes each node can come next: once they are done, or while they rest. */
final class Earlier {

    final List<List<Node>> byFlow = new ArrayList<>();
    /** By a boundary event, an event subprocess, or the end of a scope around. */
    final List<List<Node>> byInterrupt = new ArrayList<>();

    Earlier(Net net) {
        net.nodes().forEach(node -> {
            byFlow.add(new ArrayList<>());
            byInterrupt.add(new ArrayList<>());
        });
        net.nodes().forEach(this::add);
    }

    private void add(Node node) {
        node.outgoing().forEach(flow -> byFlow.get(flow.target().index()).add(node));
        node.boundaries().forEach(boundary -> byInterrupt.get(boundary.index()).add(node));
        if (node.handler() != null) {
            byFlow.get(node.handler().index()).add(node);
        }
        if (node.kind() == Kind.SCOPE) {
            node.inside().starts().forEach(start -> byFlow.get(start.index()).add(node));
        }
        for (Scope scope = node.scope(); scope != null; scope = scope.parent()) {
            scope.eventScopes().forEach(events -> events.starts().forEach(start -> byInterrupt.get(start.index()).add(node)));
            if (scope.host() != null && scope.host().kind() == Kind.SCOPE) {
                leaving(scope.host()).forEach(next -> byFlow.get(next.index()).add(node));
            }
        }
    }

    private static List<Node> leaving(Node host) {
        List<Node> next = new ArrayList<>(host.boundaries());
        host.outgoing().stream().map(Flow::target).forEach(next::add);
        return next;
    }
}

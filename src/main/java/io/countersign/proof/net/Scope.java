package io.countersign.proof.net;

import java.util.ArrayList;
import java.util.List;

/** The process, an embedded subprocess, an event subprocess or a called process: what its tokens live and end in. */
public final class Scope {

    private final int index;
    private final Scope parent;
    private final Node host;
    final List<Scope> eventScopes = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();

    Scope(int index, Scope parent, Node host) {
        this.index = index;
        this.parent = parent;
        this.host = host;
    }

    public int index() {
        return index;
    }

    /** Null for the process. */
    public Scope parent() {
        return parent;
    }

    /** The node in the parent scope that it belongs to; null for the process. */
    public Node host() {
        return host;
    }

    /** The event subprocesses in it. */
    public List<Scope> eventScopes() {
        return eventScopes;
    }

    /** Directly in it. */
    public List<Node> nodes() {
        return nodes;
    }

    public boolean isEventScope() {
        return host != null && host.kind() == Kind.EVENT_SCOPE;
    }

    /** Where it starts: the event's start for an event subprocess, else the plain start or, without one, every start. */
    public List<Node> starts() {
        List<Node> starts = nodes.stream().filter(node -> node.kind() == Kind.START).toList();
        List<Node> plain = starts.stream().filter(node -> node.trigger() == Trigger.NONE).toList();
        return isEventScope() || plain.isEmpty() ? starts : plain;
    }

    public boolean within(Scope other) {
        for (Scope scope = this; scope != null; scope = scope.parent) {
            if (scope == other) {
                return true;
            }
        }
        return false;
    }
}

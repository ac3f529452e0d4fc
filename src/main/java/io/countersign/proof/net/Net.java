package io.countersign.proof.net;

import java.util.List;
import java.util.Optional;

/**
 * One playbook, with what it calls drawn into it.
 *
 * @param process id of the process
 * @param scopes  the first is the process itself
 */
public record Net(String file, String process, String name, List<Node> nodes, List<Scope> scopes, List<Action> actions) {

    public Scope root() {
        return scopes.get(0);
    }

    public Optional<Node> find(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The elements that have this duty for the action. */
    public List<Node> with(Duty duty, Action action) {
        return nodes.stream().filter(node -> node.is(duty, action)).toList();
    }
}

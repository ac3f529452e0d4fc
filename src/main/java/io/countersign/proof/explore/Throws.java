package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compensation throws: which handlers run, and that the throw waits for them. A throw for what never ran passes at once. */
final class Throws {

    private final Net net;
    private final View view;
    private final Map<Action, Node> elements = new HashMap<>();
    private final Map<Node, Boolean> decided = new HashMap<>();

    Throws(Net net, View view) {
        this.net = net;
        this.view = view;
        net.nodes().stream().filter(node -> node.duty() == Duty.ACT && node.action() != null).forEach(node -> elements.put(node.action(), node));
    }

    /** @return whether the throw has to wait; else it may leave at once */
    boolean begin(Board board, Node thrower, int token) {
        List<Integer> triggered = triggered(board, thrower);
        checkOrder(board, thrower, triggered);
        board.setAll(Fact.KEPT, 0);
        board.replace(token, State.token(thrower.index(), State.WAITS));
        for (int place : triggered) {
            board.set(place, Fact.SUBSCRIPTION, 0);
            board.arrive(elements.get(view.actions().get(place)).handler());
        }
        return !triggered.isEmpty();
    }

    /** Whether every handler that it could run belongs to an action that is followed. */
    boolean decided(Node thrower) {
        return decided.computeIfAbsent(thrower, any -> net.nodes().stream().filter(node -> node.handler() != null && concerns(thrower, node))
                .allMatch(node -> node.duty() == Duty.ACT && view.follows(node.action())));
    }

    private List<Integer> triggered(Board board, Node thrower) {
        List<Integer> triggered = new ArrayList<>();
        for (int place = 0; place < board.facts.length; place++) {
            int at = Fact.SUBSCRIPTION.of(board.facts[place]);
            Node element = elements.get(view.actions().get(place));
            if (at > 0 && reaches(thrower, net.scopes().get(at - 1)) && names(thrower.compensated(), element, net.scopes().get(at - 1))) {
                triggered.add(place);
            }
        }
        return triggered;
    }

    /** A throw reaches its own scope, and from an event subprocess the scope that this stands in. */
    private static boolean reaches(Node thrower, Scope holder) {
        Scope scope = thrower.scope();
        while (scope != holder && scope.isEventScope()) {
            scope = scope.parent();
        }
        return scope == holder;
    }

    /** Named is a subprocess as a whole; where it has a handler of its own, that one runs instead of those in it. */
    private static boolean names(Node about, Node element, Scope holder) {
        return about == null || about == seen(element, holder) && (about == element || about.handler() == null);
    }

    /** What stands for the action in that scope: itself, or the subprocess that it ran in. */
    private static Node seen(Node element, Scope holder) {
        Node seen = element;
        while (seen.scope() != holder) {
            seen = seen.scope().host();
        }
        return seen;
    }

    private void checkOrder(Board board, Node thrower, List<Integer> triggered) {
        for (int place : triggered) {
            if (board.is(place, Fact.EFFECT, Fact.EFFECTIVE)) {
                for (Action later : board.later(place)) {
                    boolean together = triggered.contains(view.place(later));
                    board.breaches.add(new Breach(together ? Breach.Kind.ORDER_LEFT_OPEN : Breach.Kind.NOT_IN_REVERSE, thrower, view.actions().get(place), later, 0));
                }
            }
        }
    }

    /** A handler is done; the throws that waited for the last one go on. */
    void handled(Board board, Node handler) {
        int place = view.place(handler.action());
        if (handler.duty() == Duty.UNDO && place >= 0 && board.is(place, Fact.EFFECT, Fact.EFFECTIVE)) {
            board.set(place, Fact.EFFECT, Fact.UNDONE);
            board.set(place, Fact.UNVERIFIED, 1);
            board.takenBack(place);
        }
        for (int token : board.tokens()) {
            if (waits(board, token) && decided(board.node(token)) && board.count(other -> runsFor(board, other, token)) == 0) {
                board.replace(token, State.token(State.node(token), State.DONE));
            }
        }
    }

    /** Whether no handler is left that only this throw can wait for. What is not followed may be done at any moment. */
    boolean mayGoOn(Board board, int thrower) {
        for (int token : board.tokens()) {
            boolean alone = board.count(other -> waits(board, other) && runsFor(board, token, other)) == 1;
            if (runsFor(board, token, thrower) && alone) {
                return false;
            }
        }
        return true;
    }

    private static boolean waits(Board board, int token) {
        return board.node(token).kind() == Kind.COMPENSATE && State.waits(token);
    }

    /** Whether the token is in a handler that the throw may have begun. */
    private boolean runsFor(Board board, int token, int thrower) {
        for (Node at = board.node(token); at != null; at = at.scope().host()) {
            Node handler = at;
            if (handler.forCompensation() && elements.values().stream().anyMatch(element -> element.handler() == handler && concerns(board.node(thrower), element))) {
                return true;
            }
        }
        return false;
    }

    private static boolean concerns(Node thrower, Node element) {
        Node about = thrower.compensated();
        Scope around = thrower.scope();
        while (around.isEventScope()) {
            around = around.parent();
        }
        return about == element || element.scope().within(about == null || about.inside() == null ? around : about.inside()) && (about == null || about.inside() != null);
    }
}

package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
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

    Throws(Net net, View view) {
        this.net = net;
        this.view = view;
        net.nodes().stream().filter(node -> node.duty() == Duty.ACT && node.action() != null).forEach(node -> elements.put(node.action(), node));
    }

    /** @return whether the throw has to wait; else it leaves at once */
    boolean begin(Board board, Node thrower, int token) {
        List<Integer> triggered = triggered(board, thrower);
        checkOrder(board, thrower, triggered);
        board.setAll(Fact.KEPT, 0);
        board.replace(token, State.token(thrower.index(), State.WAITS));
        for (int place : triggered) {
            board.set(place, Fact.SUBSCRIPTION, 0);
            board.arrive(elements.get(view.actions().get(place)).handler());
        }
        return !triggered.isEmpty() || !decided(thrower);
    }

    /** Whether every handler that it could run belongs to an action that is followed. */
    private boolean decided(Node thrower) {
        Node about = thrower.compensated();
        return about != null && (about.duty() == Duty.ACT ? view.follows(about.action()) : about.handler() == null && about.inside() == null);
    }

    private List<Integer> triggered(Board board, Node thrower) {
        List<Integer> triggered = new ArrayList<>();
        for (int place = 0; place < board.facts.length; place++) {
            int at = Fact.SUBSCRIPTION.of(board.facts[place]);
            Node element = elements.get(view.actions().get(place));
            if (at > 0 && reaches(thrower, net.scopes().get(at - 1)) && (thrower.compensated() == null || thrower.compensated() == seen(element, net.scopes().get(at - 1)))) {
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
        if (!handling(board)) {
            for (int token : board.tokens()) {
                if (board.node(token).kind() == io.countersign.proof.net.Kind.COMPENSATE && State.waits(token)) {
                    board.replace(token, State.token(State.node(token), State.DONE));
                }
            }
        }
    }

    static boolean handling(Board board) {
        return board.count(token -> inHandler(board.node(token))) > 0;
    }

    private static boolean inHandler(Node node) {
        for (Node at = node; at != null; at = at.scope().host()) {
            if (at.forCompensation()) {
                return true;
            }
        }
        return false;
    }
}

package io.countersign.proof.explore;

import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;

/**
 * Scopes end and are interrupted as in Camunda 7: a subprocess that ends, by itself or by a terminate event, hands its compensations to
 * the scope around it, and so does an event subprocess; one that is interrupted loses those of its own; an event subprocess keeps those of the scope that it interrupts, but not those of
 * subprocesses active in it; a called process hands over nothing.
 */
final class Scopes {

    private final Net net;

    Scopes(Net net) {
        this.net = net;
    }

    /** Takes every token out of the scope. @param survivor whose compensations stay; null if none do */
    void interrupt(Board board, Scope scope, Scope survivor, Node cause) {
        for (int token : board.tokens()) {
            Node node = board.node(token);
            if (node.scope().within(scope)) {
                board.remove(token);
                cutOff(board, node, token, cause);
            }
        }
        lose(board, scope, survivor, cause);
    }

    /** An effect or an undo that is under way must not be taken out of its worker's hands. */
    void cutOff(Board board, Node node, int token, Node cause) {
        if (inHand(board.game(), token)) {
            board.breaches.add(Breach.of(Breach.Kind.CUT_OFF, cause, node.action()));
        }
    }

    /** Whether a worker may be at it. */
    static boolean inHand(Game game, int token) {
        Duty duty = game.node(token).duty();
        return (duty == Duty.ACT || duty == Duty.UNDO) && !State.done(token) && !game.pending(token);
    }

    private void lose(Board board, Scope scope, Scope survivor, Node cause) {
        for (int place = 0; place < board.facts.length; place++) {
            int at = Fact.SUBSCRIPTION.of(board.facts[place]);
            Scope holder = at == 0 ? null : net.scopes().get(at - 1);
            if (holder != null && holder != survivor && holder.within(scope)) {
                board.set(place, Fact.SUBSCRIPTION, 0);
                if (board.is(place, Fact.EFFECT, Fact.EFFECTIVE)) {
                    board.breach(Breach.Kind.WAY_BACK_LOST, cause, place);
                }
            }
        }
    }

    /** Ends the scope, and those around it, where no token is left. */
    void endIfEmpty(Board board, Scope scope, Node cause) {
        if (board.count(token -> board.node(token).scope().within(scope)) > 0 || scope.host() == null) {
            return;
        }
        if (scope.isEventScope()) {
            handOver(board, scope, scope.host(), cause);
            endIfEmpty(board, scope.parent(), cause);
            return;
        }
        Node host = scope.host();
        handOver(board, scope, host, cause);
        for (int token : board.tokens()) {
            if (State.node(token) == host.index() && State.waits(token)) {
                board.replace(token, State.token(host.index(), State.DONE));
                return;
            }
        }
    }

    private void handOver(Board board, Scope scope, Node host, Node cause) {
        if (host.type().equals("callActivity")) {
            lose(board, scope, null, cause);
            return;
        }
        for (int place = 0; place < board.facts.length; place++) {
            int at = Fact.SUBSCRIPTION.of(board.facts[place]);
            if (at > 0 && net.scopes().get(at - 1).within(scope)) {
                board.set(place, Fact.SUBSCRIPTION, host.scope().index() + 1);
            }
        }
    }

    /** An error end: the nearest scope around that catches it is interrupted. @return whether one does */
    boolean throwError(Board board, Node thrower) {
        for (Scope scope = thrower.scope(); scope != null; scope = scope.parent()) {
            for (Scope events : scope.eventScopes()) {
                for (Node start : events.starts()) {
                    if (catches(start, thrower) && !thrower.scope().within(events)) {
                        interrupt(board, scope, scope, thrower);
                        board.arrive(start);
                        return true;
                    }
                }
            }
            if (scope.host() != null && scope.host().kind() == Kind.SCOPE && caughtAtBoundary(board, scope, thrower)) {
                return true;
            }
        }
        return false;
    }

    private boolean caughtAtBoundary(Board board, Scope scope, Node thrower) {
        for (Node boundary : scope.host().boundaries()) {
            if (catches(boundary, thrower)) {
                interrupt(board, scope, null, boundary);
                for (int token : board.tokens()) {
                    if (State.node(token) == scope.host().index() && State.waits(token)) {
                        board.remove(token);
                        break;
                    }
                }
                board.arrive(boundary);
                return true;
            }
        }
        return false;
    }

    private static boolean catches(Node event, Node thrower) {
        return event.trigger() == io.countersign.proof.net.Trigger.ERROR && (event.reference().isEmpty() || event.reference().equals(thrower.reference()));
    }
}

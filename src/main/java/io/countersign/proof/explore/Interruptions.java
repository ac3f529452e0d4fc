package io.countersign.proof.explore;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import io.countersign.proof.net.Trigger;

/** What comes from outside, beside the flow: boundary events, and event subprocesses that start. Errors do not; a step throws them. */
final class Interruptions {

    private final Game game;
    private final Net net;
    private final Scopes scopes;

    Interruptions(Game game, Net net, Scopes scopes) {
        this.game = game;
        this.net = net;
        this.scopes = scopes;
    }

    void ofScopes(State state, Game.Sink sink) {
        for (Scope scope : net.scopes()) {
            for (Scope events : scope.eventScopes()) {
                for (Node start : events.starts()) {
                    if (start.trigger() != Trigger.ERROR && mayStart(state, scope, events, start)) {
                        start(state, scope, start, sink);
                    }
                }
            }
        }
    }

    private void start(State state, Scope scope, Node start, Game.Sink sink) {
        Board board = new Board(game, state);
        if (!start.interrupting() && board.count(token -> board.node(token).scope().within(start.scope())) > 0) {
            board.breaches.add(Breach.of(Breach.Kind.TOO_MANY_TOKENS, start, null));
        }
        if (start.interrupting()) {
            scopes.interrupt(board, scope, scope, start);
            board.setAll(Fact.KEPT, 0);
        }
        board.arrive(start);
        game.emit(sink, new Move(start, Move.What.HAPPENS, 0), board);
    }

    /**
     * Once an event subprocess has interrupted its scope, no other starts in it; beside one that does not interrupt, any can, and a message
     * starts the same one again. A roll back waits until no effect and no undo is in a worker's hands; so the product brings it.
     */
    private boolean mayStart(State state, Scope scope, Scope events, Node start) {
        boolean active = false;
        for (int token : state.tokens) {
            Node node = game.node(token);
            boolean interrupted = scope.eventScopes().stream().anyMatch(other -> node.scope().within(other) && other.starts().stream().anyMatch(Node::interrupting));
            boolean again = !start.interrupting() && start.trigger() == Trigger.TIMER && node.scope().within(events);
            boolean held = start.reference().equals(Vocabulary.MESSAGE_ROLLBACK) && Scopes.inHand(game, token);
            if (held || interrupted || again) {
                return false;
            }
            active |= node.scope().within(scope);
        }
        return active;
    }

    /** What hangs on a node where a token rests; a timer that does not interrupt happens once for each rest, a message as often as it comes. */
    void ofNode(State state, int token, Node node, Game.Sink sink) {
        for (int i = 0; i < node.boundaries().size(); i++) {
            Node boundary = node.boundaries().get(i);
            boolean once = !boundary.interrupting() && boundary.trigger() == Trigger.TIMER;
            boolean again = once && (State.flags(token) & State.fired(i)) != 0;
            if (boundary.trigger() != Trigger.ERROR && !again) {
                Board board = new Board(game, state);
                if (boundary.interrupting()) {
                    interrupt(board, node, token, boundary);
                } else if (once) {
                    board.replace(token, token | State.fired(i));
                }
                board.arrive(boundary);
                game.emit(sink, new Move(boundary, Move.What.HAPPENS, 0), board);
            }
        }
    }

    private void interrupt(Board board, Node node, int token, Node boundary) {
        board.remove(token);
        scopes.cutOff(board, node, token, boundary);
        if (node.inside() != null) {
            scopes.interrupt(board, node.inside(), null, boundary);
        }
    }
}

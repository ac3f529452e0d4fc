package io.countersign.proof.explore;

import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.List;

/** Tokens leave nodes that are done, each way that is possible. */
final class Leaving {

    private final Game game;
    private final Exits exits;
    private final Scopes scopes;
    private final Throws compensations;

    Leaving(Game game, Net net, View view, Scopes scopes) {
        this.game = game;
        this.exits = new Exits(view);
        this.scopes = scopes;
        this.compensations = new Throws(net, view);
    }

    /** The node is done: its token leaves at once if there is one way only. */
    void finish(Board board, Node node, int token, Move move, Game.Sink sink) {
        List<List<Flow>> ways = exits.of(node, board.facts);
        if (ways.size() == 1 && !node.asyncAfter()) {
            take(board, node, token, ways.get(0));
        } else {
            board.replace(token, State.token(node.index(), State.DONE));
        }
        game.emit(sink, move, board);
    }

    /** @param move what to tell of it; null to tell which flow was taken */
    void each(State state, int token, Move move, Game.Sink sink) {
        Node node = game.node(token);
        if (node.asyncAfter() && !State.done(token)) {
            pause(new Board(game, state), node, token, sink);
            return;
        }
        for (List<Flow> way : exits.of(node, state.facts)) {
            Board board = new Board(game, state);
            take(board, node, token, way);
            game.emit(sink, move != null ? move : new Move(node, Move.What.FLOW, node.outgoing().indexOf(way.get(0))), board);
        }
    }

    /** The engine stores the run before the token leaves. */
    private void pause(Board board, Node node, int token, Game.Sink sink) {
        board.replace(token, State.token(node.index(), State.DONE));
        game.emit(sink, Move.passes(node), board);
    }

    /** A gateway opened; what waited at it is gone already. */
    void joined(Board joined, Node node, Game.Sink sink) {
        if (node.asyncAfter()) {
            joined.add(State.token(node.index(), State.DONE));
            game.emit(sink, Move.passes(node), joined);
            return;
        }
        State state = joined.now();
        for (List<Flow> way : exits.of(node, state.facts)) {
            Board board = new Board(game, state);
            go(board, node, way);
            game.emit(sink, Move.passes(node), board);
        }
    }

    void compensate(Board board, Node node, int token, Game.Sink sink) {
        boolean waits = compensations.begin(board, node, token);
        if (!waits) {
            each(board.now(), State.token(node.index(), State.WAITS), Move.passes(node), sink);
        }
        if (waits || !compensations.decided(node)) {
            game.emit(sink, Move.passes(node), board);
        }
    }

    /** A throw that waits goes on where none of its handlers is left. */
    void goOn(State state, int token, Game.Sink sink) {
        if (compensations.mayGoOn(new Board(game, state), token)) {
            each(state, token, Move.passes(game.node(token)), sink);
        }
    }

    private void take(Board board, Node node, int token, List<Flow> way) {
        board.remove(token);
        if (node.forCompensation()) {
            compensations.handled(board, node);
        } else {
            go(board, node, way);
        }
    }

    private void go(Board board, Node node, List<Flow> way) {
        way.forEach(flow -> board.arrive(flow.target()));
        if (way.isEmpty()) {
            scopes.endIfEmpty(board, node.scope(), node);
        }
    }
}

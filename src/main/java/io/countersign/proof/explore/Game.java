package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The steps that are possible in a state. What the engine does within one transaction is done before anything from outside happens;
 * in each step one token moves.
 */
final class Game {

    /** Takes what a step leads to. */
    interface Sink {
        void step(Move move, State next, List<Breach> breaches);
    }

    /** One action took effect while another was in force. */
    record After(Action later, Action earlier) {
    }

    private final Net net;
    private final View view;
    private final Liveness liveness;
    private final Choices choices;
    private final Scopes scopes;
    private final Leaving leaving;
    private final Interruptions interruptions;
    private final Joins joins;
    private final Set<After> after = new HashSet<>();

    Game(Net net, View view) {
        this.net = net;
        this.view = view;
        this.liveness = view.reduced() ? new Liveness(net, view) : null;
        this.choices = new Choices(view);
        this.scopes = new Scopes(net);
        this.leaving = new Leaving(this, net, view, scopes);
        this.interruptions = new Interruptions(this, net, scopes);
        this.joins = new Joins(net);
    }

    Net net() {
        return net;
    }

    View view() {
        return view;
    }

    /** What took effect after what, as far as steps were made. */
    Set<After> after() {
        return after;
    }

    /** Before the first step: the process has been started. */
    List<State> initial() {
        State empty = new State(new int[0], new long[view.actions().size()], 0);
        return net.root().starts().stream().map(start -> {
            Board board = new Board(this, empty);
            board.arrive(start);
            return board.state();
        }).toList();
    }

    Node node(int token) {
        return net.nodes().get(State.node(token));
    }

    /** Whether the engine goes on with it by itself, in the same transaction. */
    boolean restless(int token) {
        return State.done(token) ? !node(token).asyncAfter() : !State.waits(token) && !node(token).rests();
    }

    /** All that can happen to this token next, by itself or by what hangs on it. */
    void moves(State state, int token, Sink sink) {
        Node node = node(token);
        if (State.done(token)) {
            leaving.each(state, token, Move.passes(node), sink);
            if (node.repeated() && node.kind() == Kind.SCOPE) {
                enter(new Board(this, state), node, token, sink);
            }
        } else if (pending(token)) {
            begin(state, token, node, sink);
        } else if (node.kind() == Kind.COMPENSATE && State.waits(token)) {
            leaving.goOn(state, token, sink);
        } else if (node.kind() == Kind.EVENT_GATEWAY) {
            node.outgoing().forEach(flow -> choose(state, token, flow.target(), sink));
        } else if (!State.waits(token) || node.kind() == Kind.WAIT) {
            arrived(state, token, node, sink);
        }
        if (!State.done(token) && !pending(token) && (node.kind() == Kind.WAIT || node.kind() == Kind.SCOPE && State.waits(token))) {
            interruptions.ofNode(state, token, node, sink);
        }
    }

    /** Whether the engine has yet to begin what waits for something outside: nobody can do it, and nothing can interrupt it. */
    boolean pending(int token) {
        Node node = node(token);
        return node.asyncBefore() && State.flags(token) == 0 && (node.kind() == Kind.WAIT || node.kind() == Kind.EVENT_GATEWAY);
    }

    private void begin(State state, int token, Node node, Sink sink) {
        Board board = new Board(this, state);
        board.replace(token, State.token(node.index(), State.WAITS));
        board.begin(node);
        emit(sink, Move.passes(node), board);
    }

    /** What happens to scopes as a whole: their event subprocesses start. */
    void events(State state, Sink sink) {
        interruptions.ofScopes(state, sink);
    }

    private void arrived(State state, int token, Node node, Sink sink) {
        Board board = new Board(this, state);
        switch (node.kind()) {
            case XOR, REGION -> leaving.each(state, token, null, sink);
            case AND, OR -> meet(board, node, token, sink);
            case TERMINATE -> terminate(board, node, sink);
            case ERROR_END -> fail(board, node, token, sink);
            case SCOPE -> enter(board, node, token, sink);
            case COMPENSATE -> leaving.compensate(board, node, token, sink);
            default -> answer(state, token, node, token, sink);
        }
    }

    private void meet(Board board, Node node, int token, Sink sink) {
        if (joins.arrive(board, node, token)) {
            leaving.joined(board, node, sink);
        } else {
            emit(sink, Move.passes(node), board);
        }
    }

    private void terminate(Board board, Node node, Sink sink) {
        scopes.interrupt(board, node.scope(), node.scope(), node);
        scopes.endIfEmpty(board, node.scope(), node);
        emit(sink, Move.passes(node), board);
    }

    private void fail(Board board, Node node, int token, Sink sink) {
        board.remove(token);
        if (scopes.throwError(board, node)) {
            emit(sink, Move.passes(node), board);
        }
    }

    private void enter(Board board, Node node, int token, Sink sink) {
        List<Node> starts = node.inside().starts();
        board.replace(token, State.token(node.index(), starts.isEmpty() ? State.DONE : State.WAITS));
        starts.forEach(board::arrive);
        emit(sink, Move.passes(node), board);
    }

    /** One of the events behind an event gateway happened. */
    private void choose(State state, int token, Node event, Sink sink) {
        answer(state, token, event, State.token(event.index(), 0), sink);
    }

    /** @param token which is taken away @param at the token that stands for it at the node that answers */
    private void answer(State state, int token, Node node, int at, Sink sink) {
        choices.at(node, state.facts).forEach(choice -> {
            Board board = new Board(this, state);
            choice.change().accept(board);
            if (at != token) {
                board.replace(token, at);
            }
            leaving.finish(board, node, at, choice.move(), sink);
        });
    }

    void emit(Sink sink, Move move, Board board) {
        State next = board.state();
        if (next.ended()) {
            Endings.check(board, move.node(), view);
        }
        sink.step(move, next, board.breaches);
    }

    /** Clears what can never be read again from where the tokens are. */
    void forget(int[] tokens, long[] facts) {
        for (int place = 0; place < facts.length && liveness != null; place++) {
            long live = ~Liveness.PATH;
            for (int token : tokens) {
                live |= liveness.at(place, State.node(token));
            }
            long kept = facts[place] & live;
            facts[place] = Fact.EFFECT.of(kept) == Fact.NONE ? kept & Liveness.PATH : kept;
        }
    }

    void tookEffect(int place, Board board) {
        for (int other = 0; other < board.facts.length; other++) {
            if (other != place && board.is(other, Fact.EFFECT, Fact.EFFECTIVE)) {
                after.add(new After(view.actions().get(place), view.actions().get(other)));
            }
        }
    }
}

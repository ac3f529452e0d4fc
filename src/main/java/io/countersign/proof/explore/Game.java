package io.countersign.proof.explore;

import io.countersign.proof.Vocabulary;
import io.countersign.proof.net.Action;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Flow;
import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Net;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Scope;
import io.countersign.proof.net.Trigger;
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
    private final Exits exits;
    private final Choices choices;
    private final Scopes scopes;
    private final Throws compensations;
    private final Joins joins;
    final Set<After> after = new HashSet<>();

    Game(Net net, View view) {
        this.net = net;
        this.view = view;
        this.liveness = view.reduced() ? new Liveness(net, view) : null;
        this.exits = new Exits(view);
        this.choices = new Choices(view);
        this.scopes = new Scopes(net);
        this.compensations = new Throws(net, view);
        this.joins = new Joins(net);
    }

    Net net() {
        return net;
    }

    View view() {
        return view;
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
        Node node = node(token);
        return State.done(token) || !State.waits(token) && !node.rests();
    }

    /** All that can happen to this token next, by itself or by what hangs on it. */
    void moves(State state, int token, Sink sink) {
        Node node = node(token);
        if (State.done(token)) {
            leave(state, token, Move.passes(node), sink);
        } else if (State.waits(token)) {
            waiting(state, token, node, sink);
        } else if (node.rests() && node.kind().name().equals("EVENT_GATEWAY")) {
            node.outgoing().forEach(flow -> choose(state, token, flow.target(), sink));
        } else {
            arrived(state, token, node, sink);
        }
        if (!State.done(token) && (node.rests() || node.kind() == Kind.SCOPE && State.waits(token))) {
            boundaries(state, token, node, sink);
        }
    }

    /** What happens to a scope as a whole: its event subprocesses start. */
    void events(State state, Sink sink) {
        for (Scope scope : net.scopes()) {
            for (Scope events : scope.eventScopes()) {
                for (Node start : events.starts()) {
                    if (start.trigger() != Trigger.ERROR && mayStart(state, scope, events, start)) {
                        Board board = new Board(this, state);
                        if (start.interrupting()) {
                            scopes.interrupt(board, scope, scope, start);
                            board.setAll(Fact.KEPT, 0);
                        }
                        board.arrive(start);
                        emit(sink, new Move(start, Move.What.HAPPENS, 0), board);
                    }
                }
            }
        }
    }

    /** A roll back waits until no effect and no undo is in a worker's hands; so the product brings it. */
    private boolean mayStart(State state, Scope scope, Scope events, Node start) {
        boolean active = false;
        for (int token : state.tokens) {
            Node node = node(token);
            boolean inEvents = scope.eventScopes().stream().anyMatch(node.scope()::within);
            if (inEvents && (start.interrupting() || node.scope().within(events))) {
                return false;
            }
            if (start.reference().equals(Vocabulary.MESSAGE_ROLLBACK) && (node.duty() == Duty.ACT || node.duty() == Duty.UNDO)) {
                return false;
            }
            active |= node.scope().within(scope);
        }
        return active;
    }

    private void waiting(State state, int token, Node node, Sink sink) {
        if (node.kind() == Kind.COMPENSATE) {
            Board board = new Board(this, state);
            if (!Throws.handling(board)) {
                leave(state, token, Move.passes(node), sink);
            }
        }
    }

    private void arrived(State state, int token, Node node, Sink sink) {
        Board board = new Board(this, state);
        switch (node.kind()) {
            case XOR, REGION -> leave(state, token, null, sink);
            case AND, OR -> {
                if (joins.arrive(board, node, token)) {
                    leaveJoined(board, node, sink);
                } else {
                    emit(sink, Move.passes(node), board);
                }
            }
            case TERMINATE -> {
                scopes.interrupt(board, node.scope(), null, node);
                scopes.endIfEmpty(board, node.scope(), node);
                emit(sink, Move.passes(node), board);
            }
            case ERROR_END -> {
                board.remove(token);
                if (scopes.throwError(board, node)) {
                    emit(sink, Move.passes(node), board);
                }
            }
            case SCOPE -> enter(board, node, token, sink);
            case COMPENSATE -> {
                if (compensations.begin(board, node, token)) {
                    emit(sink, Move.passes(node), board);
                } else {
                    leave(board.state(), State.token(node.index(), State.WAITS), Move.passes(node), sink);
                }
            }
            default -> choices.at(node, state.facts).forEach(choice -> {
                Board changed = new Board(this, state);
                choice.change().accept(changed);
                finish(changed, node, token, choice.move(), sink);
            });
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
        choices.at(event, state.facts).forEach(choice -> {
            Board board = new Board(this, state);
            choice.change().accept(board);
            board.remove(token);
            int at = State.token(event.index(), 0);
            board.add(at);
            finish(board, event, at, choice.move(), sink);
        });
    }

    private void boundaries(State state, int token, Node node, Sink sink) {
        for (int i = 0; i < node.boundaries().size(); i++) {
            Node boundary = node.boundaries().get(i);
            boolean again = !boundary.interrupting() && (State.flags(token) & State.fired(i)) != 0;
            if (boundary.trigger() != Trigger.ERROR && !again) {
                Board board = new Board(this, state);
                if (boundary.interrupting()) {
                    board.remove(token);
                    scopes.cutOff(board, node, token, boundary);
                    if (node.inside() != null) {
                        scopes.interrupt(board, node.inside(), null, boundary);
                    }
                } else {
                    board.replace(token, token | State.fired(i));
                }
                board.arrive(boundary);
                emit(sink, new Move(boundary, Move.What.HAPPENS, 0), board);
            }
        }
    }

    /** The node is done: its token leaves at once if there is one way only. */
    private void finish(Board board, Node node, int token, Move move, Sink sink) {
        List<List<Flow>> ways = exits.of(node, board.facts);
        if (ways.size() == 1) {
            take(board, node, token, ways.get(0));
        } else {
            board.replace(token, State.token(node.index(), State.DONE));
        }
        emit(sink, move, board);
    }

    private void leave(State state, int token, Move move, Sink sink) {
        Node node = node(token);
        for (List<Flow> way : exits.of(node, state.facts)) {
            Board board = new Board(this, state);
            take(board, node, token, way);
            emit(sink, move != null ? move : new Move(node, Move.What.FLOW, node.outgoing().indexOf(way.get(0))), board);
        }
    }

    private void leaveJoined(Board joined, Node node, Sink sink) {
        State state = joined.state();
        for (List<Flow> way : exits.of(node, state.facts)) {
            Board board = new Board(this, state);
            way.forEach(flow -> board.arrive(flow.target()));
            if (way.isEmpty()) {
                scopes.endIfEmpty(board, node.scope(), node);
            }
            emit(sink, Move.passes(node), board);
        }
    }

    private void take(Board board, Node node, int token, List<Flow> way) {
        board.remove(token);
        if (node.forCompensation()) {
            compensations.handled(board, node);
            return;
        }
        way.forEach(flow -> board.arrive(flow.target()));
        if (way.isEmpty()) {
            scopes.endIfEmpty(board, node.scope(), node);
        }
    }

    private void emit(Sink sink, Move move, Board board) {
        State next = board.state();
        if (next.ended()) {
            Endings.check(board, move.node(), view);
        }
        sink.step(move, next, board.breaches);
    }

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

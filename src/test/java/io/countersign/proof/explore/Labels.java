package io.countersign.proof.explore;

import io.countersign.proof.net.Kind;
import io.countersign.proof.net.Node;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Which steps of the game the engine's history tells of: those in which a node completes. */
final class Labels {

    private static final Set<Move.What> ANSWERS = EnumSet.of(Move.What.TIER, Move.What.DECISION, Move.What.OUTCOME, Move.What.NEXT, Move.What.VERIFIED);

    private Labels() {
    }

    static boolean completes(Game game, State state, int token, Move move, State next) {
        Node node = game.node(token);
        if (move.node() != node) {
            return node.kind() == Kind.EVENT_GATEWAY && move.node().kind() != Kind.BOUNDARY;
        }
        if (State.done(token)) {
            boolean again = node.repeated() && waiting(next, node) > waiting(state, node);
            return (node.kind() == Kind.SCOPE || node.kind() == Kind.COMPENSATE) && !node.asyncAfter() && !again;
        }
        if (game.pending(token)) {
            return false;
        }
        return switch (node.kind()) {
            case AND, OR -> node.incoming() <= 1;
            case SCOPE, ERROR_END -> false;
            case COMPENSATE -> State.waits(token) || waiting(next, node) <= waiting(state, node);
            default -> true;
        };
    }

    private static long waiting(State state, Node node) {
        return Arrays.stream(state.tokens).filter(token -> State.node(token) == node.index() && State.waits(token)).count();
    }

    static boolean same(Move move, Seen.Done done) {
        return move.node().id().equals(done.node()) && (!ANSWERS.contains(move.what()) || done.answer() == 0 || move.value() == done.answer());
    }

    static String of(Move move) {
        return ANSWERS.contains(move.what()) ? move.node().id() + "=" + move.value() : move.node().id();
    }
}

package io.countersign.proof.explore;

import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Field;
import io.countersign.proof.net.Node;
import io.countersign.proof.net.Trigger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What policy, people and targets can answer at a node, and what each answer changes. */
final class Choices {

    /** @param change what the answer does to the facts */
    record Choice(Move move, Consumer<Board> change) {
    }

    private static final int CONFIRMED = Field.OUTCOME.code("CONFIRMED");
    private static final int UNKNOWN = Field.OUTCOME.code("UNKNOWN");
    private static final int FAILED = Field.OUTCOME.code("FAILED");

    private final View view;

    Choices(View view) {
        this.view = view;
    }

    List<Choice> at(Node node, long[] facts) {
        int place = view.place(node.action());
        if (view.actions().isEmpty()) {
            return only(node);
        }
        if (place >= 0) {
            List<Choice> own = ofAction(node, place);
            if (!own.isEmpty()) {
                return own;
            }
        }
        return switch (node.duty()) {
            case RECOMMEND -> List.of(new Choice(Move.passes(node), board -> board.setAll(Fact.FRESH, 0)));
            case VERIFY -> verified(node, facts);
            case REVIEW -> List.of(new Choice(Move.passes(node), board -> board.setAll(Fact.ATTENTION, 0)));
            case KEEP -> List.of(new Choice(new Move(node, Move.What.HAPPENS, 0), Choices::keep));
            default -> node.trigger() == Trigger.MESSAGE || node.trigger() == Trigger.TIMER
                    ? List.of(new Choice(new Move(node, Move.What.HAPPENS, 0), board -> board.setAll(Fact.KEPT, 0))) : only(node);
        };
    }

    private static List<Choice> only(Node node) {
        return List.of(new Choice(node.trigger() == Trigger.NONE ? Move.passes(node) : new Move(node, Move.What.HAPPENS, 0), board -> { }));
    }

    private List<Choice> ofAction(Node node, int place) {
        if (view.onlyOrder() && node.duty() != Duty.ACT) {
            return List.of();
        }
        return switch (node.duty()) {
            case ASSESS -> IntStream.rangeClosed(1, Field.TIER.size())
                    .mapToObj(code -> new Choice(new Move(node, Move.What.TIER, code), board -> assess(board, place, code))).toList();
            case APPROVE -> IntStream.rangeClosed(1, 2)
                    .mapToObj(code -> new Choice(new Move(node, Move.What.DECISION, code), board -> decide(board, node, place, code))).toList();
            case EXPIRE -> List.of(new Choice(Move.passes(node), board -> board.set(place, Fact.REFUSED, 1)));
            case ACT -> (view.onlyOrder() ? IntStream.of(CONFIRMED, FAILED) : IntStream.rangeClosed(1, Field.OUTCOME.size()))
                    .mapToObj(code -> new Choice(new Move(node, Move.What.OUTCOME, code), board -> act(board, node, place, code))).toList();
            case RESOLVE -> IntStream.rangeClosed(1, Field.NEXT.size())
                    .mapToObj(code -> new Choice(new Move(node, Move.What.NEXT, code), board -> board.set(place, Fact.NEXT, code))).toList();
            default -> List.of();
        };
    }

    private static void assess(Board board, int place, int tier) {
        board.set(place, Fact.TIER, tier);
        board.set(place, Fact.FRESH, 1);
        board.set(place, Fact.FIRST_APPROVAL, 0);
        board.set(place, Fact.SECOND_APPROVAL, 0);
        board.set(place, Fact.REFUSED, 0);
    }

    private static void decide(Board board, Node node, int place, int decision) {
        board.set(place, Fact.DECISION, decision);
        if (decision == Field.DECISION.code("APPROVED")) {
            board.set(place, node.level() == 2 ? Fact.SECOND_APPROVAL : Fact.FIRST_APPROVAL, 1);
        } else {
            board.set(place, Fact.REFUSED, 1);
        }
    }

    /** Whatever the outcome, the task completes; an outcome that is not known may be an effect. */
    private void act(Board board, Node node, int place, int outcome) {
        board.set(place, Fact.FRESH, 0);
        if (!view.onlyOrder()) {
            board.set(place, Fact.OUTCOME, outcome);
        }
        if ((outcome == CONFIRMED || outcome == UNKNOWN) && node.action().lasting()) {
            board.set(place, Fact.EFFECT, Fact.EFFECTIVE);
            board.set(place, Fact.KEPT, 0);
            board.set(place, Fact.UNVERIFIED, 0);
            board.set(place, Fact.IN_FORCE, 1);
            board.tookEffect(place);
        }
        if (node.handler() != null) {
            board.set(place, Fact.SUBSCRIPTION, node.scope().index() + 1);
        }
    }

    private static void keep(Board board) {
        for (int place = 0; place < board.facts.length; place++) {
            if (board.is(place, Fact.EFFECT, Fact.EFFECTIVE)) {
                board.set(place, Fact.KEPT, 1);
            }
        }
    }

    /** The ledger is asked: as long as a followed effect was not undone, it cannot answer that all is as before. */
    private List<Choice> verified(Node node, long[] facts) {
        boolean left = false;
        for (long fact : facts) {
            left |= Fact.EFFECT.of(fact) == Fact.EFFECTIVE;
        }
        return IntStream.rangeClosed(left ? 2 : 1, 2).mapToObj(code -> new Choice(new Move(node, Move.What.VERIFIED, code), board -> verify(board, code))).toList();
    }

    private static void verify(Board board, int code) {
        for (int place = 0; place < board.facts.length; place++) {
            board.set(place, Fact.ROLLBACK, code);
            board.set(place, Fact.UNVERIFIED, 0);
            board.set(place, Fact.ATTENTION, code == 2 && !board.is(place, Fact.EFFECT, Fact.NONE) ? 1 : 0);
        }
    }
}

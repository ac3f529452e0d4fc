package io.countersign.proof.explore;

import io.countersign.proof.net.Node;

/** What must be so when a run has ended. */
final class Endings {

    private Endings() {
    }

    static void check(Board board, Node end, View view) {
        for (int place = 0; place < board.facts.length; place++) {
            long facts = board.facts[place];
            if (!view.actions().get(place).lasting() || view.onlyOrder()) {
                continue;
            }
            if (Fact.EFFECT.of(facts) == Fact.EFFECTIVE && !Fact.KEPT.in(facts)) {
                board.breach(end.scope().isEventScope() ? Breach.Kind.ROLLED_BACK_WITHOUT_IT : Breach.Kind.ENDED_WITH_IT, end, place);
            } else if (Fact.UNVERIFIED.in(facts)) {
                board.breach(Breach.Kind.ENDED_UNVERIFIED, end, place);
            } else if (Fact.ATTENTION.in(facts)) {
                board.breach(Breach.Kind.ENDED_UNREVIEWED, end, place);
            }
        }
    }
}

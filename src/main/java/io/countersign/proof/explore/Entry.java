package io.countersign.proof.explore;

import io.countersign.action.RiskTier;
import io.countersign.proof.net.Duty;
import io.countersign.proof.net.Node;

/** What must be so at the moment in which an action begins. */
final class Entry {

    private Entry() {
    }

    static void check(Board board, Node node, int place) {
        if (node.duty() != Duty.ACT) {
            return;
        }
        long facts = board.facts[place];
        int code = Fact.TIER.of(facts);
        if (code == 0) {
            board.breach(Breach.Kind.NOT_ASSESSED, node, place);
        } else if (!Fact.FRESH.in(facts)) {
            board.breach(Breach.Kind.ASSESSED_BEFORE_A_CHANGE, node, place);
        } else {
            checkTier(board, node, place, RiskTier.values()[code - 1]);
        }
        if (board.count(token -> board.node(token).is(Duty.APPROVE, node.action()) && !State.done(token)) > 0) {
            board.breach(Breach.Kind.DONE_WHILE_ASKED, node, place);
        }
    }

    private static void checkTier(Board board, Node node, int place, RiskTier tier) {
        long facts = board.facts[place];
        boolean first = Fact.FIRST_APPROVAL.in(facts);
        boolean second = Fact.SECOND_APPROVAL.in(facts);
        if (!tier.machineActs()) {
            board.breaches.add(new Breach(Breach.Kind.TIER_OF_NO_MACHINE, node, node.action(), null, tier.ordinal() + 1));
        } else if (Fact.REFUSED.in(facts)) {
            board.breach(Breach.Kind.REFUSED_YET_DONE, node, place);
        } else if (tier == RiskTier.AUTONOMOUS && !node.action().mayBeAutonomous()) {
            board.breach(Breach.Kind.NOT_AUTONOMOUS, node, place);
        } else if (tier == RiskTier.APPROVE && !first && !second) {
            board.breach(Breach.Kind.NOT_APPROVED, node, place);
        } else if (tier == RiskTier.DUAL && !(first && second)) {
            board.breach(Breach.Kind.NOT_APPROVED_TWICE, node, place);
        }
    }
}

package io.countersign.proof.explore;

import io.countersign.proof.net.Action;
import io.countersign.proof.net.Node;

/**
 * Something that must not happen happened in a step of the game.
 *
 * @param node   where
 * @param action whose authority or way back is broken; null where it is none of one action
 * @param other  a second action that matters; null where there is none
 * @param value  the code of a tier, or 0
 */
public record Breach(Kind kind, Node node, Action action, Action other, int value) {

    /** What happened. */
    public enum Kind {
        NOT_ASSESSED, ASSESSED_BEFORE_A_CHANGE,
        NOT_APPROVED, NOT_APPROVED_TWICE, NOT_AUTONOMOUS, REFUSED_YET_DONE, DONE_WHILE_ASKED,
        TIER_OF_NO_MACHINE,
        /** An action or undo was interrupted while it was under way. */
        CUT_OFF,
        /** Its compensation was lost with the scope around it. */
        WAY_BACK_LOST,
        /** It was taken back before a later effect. */
        NOT_IN_REVERSE,
        /** Several effects are taken back at once, in no order. */
        ORDER_LEFT_OPEN,
        ROLLED_BACK_WITHOUT_IT, ENDED_WITH_IT, ENDED_UNVERIFIED, ENDED_UNREVIEWED,
        /** Nothing can happen any more, and the run has not ended. */
        STUCK,
        /** More tokens at one place than are followed. */
        TOO_MANY_TOKENS
    }

    static Breach of(Kind kind, Node node, Action action) {
        return new Breach(kind, node, action, null, 0);
    }
}

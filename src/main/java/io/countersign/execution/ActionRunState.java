package io.countersign.execution;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of one ledger row. Anything not listed in {@link #MOVES} throws. */
public enum ActionRunState {
    /** Authority re-checked, prior state and undo request stored; nothing was sent. */
    PREPARED,
    /** The call to the target is being made, or its maker died: nobody knows yet. */
    EXECUTING,
    /** The product accepted the order; not yet seen on the target. */
    SUCCEEDED,
    /** The product said it did not do it; not yet seen on the target. */
    FAILED,
    /** The answer was lost or the target could not be read: it may or may not be in effect. */
    UNKNOWN,
    /** The effect was seen on the target. */
    CONFIRMED,
    /** It was seen that the target is as before. */
    NOT_APPLIED,
    /** A dry run: nothing was sent, nothing is contained, and there is nothing to undo. */
    DRY_RUN,
    /** The undo is being made. */
    UNDOING,
    /** An undo did not work so far; it is tried again. */
    UNDO_FAILED,
    /** Let go while others still hold the same containment: the target was not touched. */
    HANDED_OVER,
    /** The target was seen as it was before. */
    RESTORED,
    /** Only a part of the target was seen as before. */
    PARTIAL,
    /** Somebody else changed the target in between; nothing was overwritten. */
    DRIFTED,
    /** Undoing by machine is impossible or unsafe, or a person said to leave it: a person decides. */
    UNSAFE;

    private static final Map<ActionRunState, Set<ActionRunState>> MOVES = new EnumMap<>(Map.ofEntries(
            Map.entry(PREPARED, EnumSet.of(EXECUTING, CONFIRMED, DRY_RUN)),
            Map.entry(EXECUTING, EnumSet.of(SUCCEEDED, FAILED, UNKNOWN)),
            Map.entry(SUCCEEDED, EnumSet.of(CONFIRMED, NOT_APPLIED, UNKNOWN)),
            Map.entry(FAILED, EnumSet.of(CONFIRMED, NOT_APPLIED, UNKNOWN)),
            Map.entry(UNKNOWN, EnumSet.of(CONFIRMED, NOT_APPLIED, UNDOING, HANDED_OVER, RESTORED, UNSAFE)),
            Map.entry(CONFIRMED, EnumSet.of(UNDOING, HANDED_OVER, RESTORED, UNSAFE)),
            Map.entry(NOT_APPLIED, EnumSet.noneOf(ActionRunState.class)),
            Map.entry(DRY_RUN, EnumSet.noneOf(ActionRunState.class)),
            Map.entry(UNDOING, EnumSet.of(RESTORED, PARTIAL, DRIFTED, UNDO_FAILED, HANDED_OVER)),
            Map.entry(UNDO_FAILED, EnumSet.of(UNDOING, HANDED_OVER, UNSAFE)),
            Map.entry(HANDED_OVER, EnumSet.noneOf(ActionRunState.class)),
            Map.entry(RESTORED, EnumSet.noneOf(ActionRunState.class)),
            Map.entry(PARTIAL, EnumSet.of(UNDOING, RESTORED, HANDED_OVER)),
            Map.entry(DRIFTED, EnumSet.of(UNDOING, RESTORED, HANDED_OVER)),
            Map.entry(UNSAFE, EnumSet.of(RESTORED))));

    public boolean mayBecome(ActionRunState next) {
        return MOVES.get(this).contains(next);
    }

    /** Whether a worker has it in hand, so a rollback waits for it. */
    public boolean inFlight() {
        return this == PREPARED || this == EXECUTING || this == SUCCEEDED || this == FAILED;
    }

    /** Whether a person has to look at the target, because a machine could not take everything back. */
    public boolean needsAPerson() {
        return leftToAPerson() || needsUndo();
    }

    /** Whether it is, or may be, in effect and no undo was tried. */
    public boolean untried() {
        return inFlight() || this == CONFIRMED || this == UNKNOWN;
    }

    /** Whether something was found that no machine goes on with until it is seen to be otherwise. */
    public boolean leftToAPerson() {
        return this == PARTIAL || this == DRIFTED || this == UNSAFE;
    }

    /** Whether something may be on the target that a rollback must take back. */
    public boolean needsUndo() {
        return this == CONFIRMED || this == UNKNOWN || this == UNDOING || this == UNDO_FAILED;
    }
}

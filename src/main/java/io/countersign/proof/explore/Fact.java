package io.countersign.proof.explore;

/** What is followed of one action along a path, each in a few bits of one number. */
enum Fact {
    /** The tier that it was given, as the field's code. */
    TIER(0, 3),
    /** Whether nothing that the tier was decided on has changed since. */
    FRESH(3, 1),
    FIRST_APPROVAL(4, 1), SECOND_APPROVAL(5, 1),
    /** Somebody refused, or nobody answered in time. */
    REFUSED(6, 1),
    DECISION(7, 2), OUTCOME(9, 3), NEXT(12, 2),
    /** Whether the run's variable says that something is contained. */
    IN_FORCE(14, 1),
    /** 0 none, 1 it may be in effect, 2 its undo was ordered and done. */
    EFFECT(15, 2),
    /** A person decided to keep it. */
    KEPT(17, 1),
    /** The scope that could compensate it, counted from 1; 0 if none can. */
    SUBSCRIPTION(18, 8),
    /** It was undone, and nobody compared with the ledger yet. */
    UNVERIFIED(26, 1),
    /** It is not as before, and no person looked at it yet. */
    ATTENTION(27, 1),
    ROLLBACK(28, 2);

    static final int NONE = 0;
    static final int EFFECTIVE = 1;
    static final int UNDONE = 2;

    private final int shift;
    private final long mask;

    Fact(int shift, int width) {
        this.shift = shift;
        this.mask = ((1L << width) - 1) << shift;
    }

    int of(long facts) {
        return (int) ((facts & mask) >>> shift);
    }

    boolean in(long facts) {
        return (facts & mask) != 0;
    }

    long set(long facts, int value) {
        return facts & ~mask | (long) value << shift;
    }

    long mask() {
        return mask;
    }
}

package io.countersign.proof.explore;

/** How much may be explored for one playbook, over all its views. When it is used up, the playbook is not proved. */
public final class Budget {

    /** States, in all. */
    public static final int STATES = 1_000_000;
    private static final int LOOK_EVERY = 1024;

    private final long deadline;
    private long left;
    private final long whole;

    /** @param states how many in all @param nanos how long, from now on */
    public Budget(long states, long nanos) {
        this.left = states;
        this.whole = states;
        this.deadline = System.nanoTime() + nanos;
    }

    boolean spend() {
        left--;
        return left > 0 && (left % LOOK_EVERY != 0 || System.nanoTime() < deadline);
    }

    public long spent() {
        return whole - left;
    }
}

package io.countersign.proof.explore;

import java.util.Arrays;

/** Where the tokens are, and what is known of the actions that are followed. Never changed. */
final class State {

    private static final int FLAG_BITS = 6;
    /** On a gateway that joins, a scope, or a throw: the token has arrived and waits. */
    static final int WAITS = 1;
    /** What rested is done, and the token leaves next. */
    static final int DONE = 32;

    /** Sorted; each is the index of its node with flags beneath. */
    final int[] tokens;
    final long[] facts;
    /** The effects in force, the latest in the highest digit; each digit is 1 + the place of the action among those followed. */
    final long order;
    private final int hash;

    State(int[] tokens, long[] facts, long order) {
        this.tokens = tokens;
        this.facts = facts;
        this.order = order;
        this.hash = 31 * (31 * Arrays.hashCode(tokens) + Arrays.hashCode(facts)) + Long.hashCode(order);
    }

    static int token(int node, int flags) {
        return node << FLAG_BITS | flags;
    }

    static int node(int token) {
        return token >> FLAG_BITS;
    }

    static int flags(int token) {
        return token & (1 << FLAG_BITS) - 1;
    }

    static boolean done(int token) {
        return (token & DONE) != 0;
    }

    static boolean waits(int token) {
        return (token & WAITS) != 0;
    }

    /** The flag of a boundary event that happened once, by its place. */
    static int fired(int boundary) {
        return 2 << Math.min(boundary, 3);
    }

    boolean ended() {
        return tokens.length == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof State state && hash == state.hash && order == state.order && Arrays.equals(tokens, state.tokens) && Arrays.equals(facts, state.facts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

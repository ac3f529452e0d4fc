package io.countersign.proof.decision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A set of cases: for each axis some of its atoms, in all their combinations. Never changed once it is made. */
final class Box {

    /** For each axis its atoms as bits. */
    private final long[][] sides;

    private Box(long[][] sides) {
        this.sides = sides;
    }

    static Box of(List<BitSet> sides) {
        return new Box(sides.stream().map(BitSet::toLongArray).toArray(long[][]::new));
    }

    int axes() {
        return sides.length;
    }

    BitSet side(int axis) {
        return BitSet.valueOf(sides[axis]);
    }

    boolean has(int axis, int atom) {
        return atom >> 6 < sides[axis].length && (sides[axis][atom >> 6] >>> atom & 1) == 1;
    }

    boolean isEmpty() {
        for (long[] side : sides) {
            if (Arrays.stream(side).allMatch(word -> word == 0)) {
                return true;
            }
        }
        return false;
    }

    boolean overlaps(Box other) {
        for (int axis = 0; axis < sides.length; axis++) {
            if (!meet(sides[axis], other.sides[axis])) {
                return false;
            }
        }
        return true;
    }

    private static boolean meet(long[] one, long[] other) {
        for (int word = Math.min(one.length, other.length) - 1; word >= 0; word--) {
            if ((one[word] & other[word]) != 0) {
                return true;
            }
        }
        return false;
    }

    Box and(Box other) {
        long[][] both = new long[sides.length][];
        for (int axis = 0; axis < sides.length; axis++) {
            both[axis] = common(sides[axis], other.sides[axis]);
        }
        return new Box(both);
    }

    private static long[] common(long[] one, long[] other) {
        long[] both = Arrays.copyOf(one, Math.min(one.length, other.length));
        for (int word = 0; word < both.length; word++) {
            both[word] &= other[word];
        }
        return both;
    }

    /** Narrowed on one axis to the side of another box. */
    Box within(int axis, Box other) {
        return with(axis, common(sides[axis], other.sides[axis]));
    }

    /** Without the atoms that another box has on one axis. */
    Box without(int axis, Box other) {
        long[] rest = sides[axis].clone();
        for (int word = Math.min(rest.length, other.sides[axis].length) - 1; word >= 0; word--) {
            rest[word] &= ~other.sides[axis][word];
        }
        return with(axis, rest);
    }

    /** With another side on one axis. */
    Box with(int axis, BitSet side) {
        return with(axis, side.toLongArray());
    }

    private Box with(int axis, long[] side) {
        long[][] changed = sides.clone();
        changed[axis] = side;
        return new Box(changed);
    }

    /** Whether this box holds the other on one axis. */
    boolean holds(int axis, Box other) {
        long[] mine = sides[axis];
        long[] its = other.sides[axis];
        for (int word = 0; word < its.length; word++) {
            if ((its[word] & ~(word < mine.length ? mine[word] : 0)) != 0) {
                return false;
            }
        }
        return true;
    }

    /** On how many axes it does not hold the other. */
    int cuts(Box other) {
        int cuts = 0;
        for (int axis = 0; axis < sides.length; axis++) {
            cuts += holds(axis, other) ? 0 : 1;
        }
        return cuts;
    }

    boolean sameAs(Box other) {
        return cuts(other) == 0 && other.cuts(this) == 0;
    }

    /** One single case of it. */
    Box first() {
        Box one = this;
        for (int axis = 0; axis < sides.length; axis++) {
            BitSet atom = new BitSet();
            atom.set(side(axis).nextSetBit(0));
            one = one.with(axis, atom);
        }
        return one;
    }
}

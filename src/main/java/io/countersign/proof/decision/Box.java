package io.countersign.proof.decision;

import java.util.BitSet;
import java.util.List;

/** A set of cases: for each axis some of its atoms, in all their combinations. Never changed once it is made. */
record Box(List<BitSet> sides) {

    boolean isEmpty() {
        return sides.stream().anyMatch(BitSet::isEmpty);
    }

    boolean overlaps(Box other) {
        for (int axis = 0; axis < sides.size(); axis++) {
            if (!sides.get(axis).intersects(other.sides.get(axis))) {
                return false;
            }
        }
        return true;
    }

    Box and(Box other) {
        Box both = this;
        for (int axis = 0; axis < sides.size(); axis++) {
            both = both.within(axis, other.sides.get(axis));
        }
        return both;
    }

    /** Narrowed on one axis. */
    Box within(int axis, BitSet some) {
        BitSet side = (BitSet) sides.get(axis).clone();
        side.and(some);
        return with(axis, side);
    }

    /** Without some atoms of one axis. */
    Box without(int axis, BitSet some) {
        BitSet side = (BitSet) sides.get(axis).clone();
        side.andNot(some);
        return with(axis, side);
    }

    /** With another side on one axis. */
    Box with(int axis, BitSet side) {
        BitSet[] changed = sides.toArray(BitSet[]::new);
        changed[axis] = side;
        return new Box(List.of(changed));
    }

    /** Whether this box holds the other on one axis. */
    boolean holds(int axis, Box other) {
        BitSet outside = (BitSet) other.sides.get(axis).clone();
        outside.andNot(sides.get(axis));
        return outside.isEmpty();
    }

    /** On how many axes it does not hold the other. */
    int cuts(Box other) {
        int cuts = 0;
        for (int axis = 0; axis < sides.size(); axis++) {
            cuts += holds(axis, other) ? 0 : 1;
        }
        return cuts;
    }

    /** One single case of it. */
    Box first() {
        return new Box(sides.stream().map(side -> {
            BitSet one = new BitSet();
            one.set(side.nextSetBit(0));
            return one;
        }).toList());
    }
}

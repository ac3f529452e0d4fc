package io.countersign.proof.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for what is left of a box when others are cut out of it, by splitting, never by counting cases. Bounded: past its limit it says so. */
final class Search {

    /** Nothing is known: the search was given up. */
    static final class BoundReached extends RuntimeException {
        BoundReached() {
            super("The decision is too large to be analysed to the end", null, false, false);
        }
    }

    private final long limit;
    private long explored;

    Search(long limit) {
        this.limit = limit;
    }

    long explored() {
        return explored;
    }

    /** Some part of the region that no other box touches. */
    Optional<Box> uncovered(Box region, List<Box> others) {
        List<Box> found = new ArrayList<>();
        each(region, others, part -> {
            found.add(part);
            return false;
        });
        return found.stream().findFirst();
    }

    /** Gives parts of the region that no other box touches, disjoint and together complete, until one is answered with {@code false}. */
    boolean each(Box region, List<Box> others, Predicate<Box> more) {
        if (++explored > limit) {
            throw new BoundReached();
        }
        List<Box> near = new ArrayList<>();
        Box widest = null;
        int fewest = Integer.MAX_VALUE;
        for (Box other : others) {
            if (region.overlaps(other)) {
                near.add(other);
                int cuts = other.cuts(region);
                widest = cuts < fewest ? other : widest;
                fewest = Math.min(cuts, fewest);
            }
        }
        if (region.isEmpty() || fewest == 0) {
            return true;
        }
        return widest == null ? more.test(region) : around(region, widest, near, more);
    }

    private boolean around(Box region, Box cut, List<Box> near, Predicate<Box> more) {
        List<Box> others = near.stream().filter(other -> other != cut).toList();
        Box rest = region;
        for (int axis = 0; axis < region.axes(); axis++) {
            if (!cut.holds(axis, rest)) {
                if (!each(rest.without(axis, cut), others, more)) {
                    return false;
                }
                rest = rest.within(axis, cut);
            }
        }
        return true;
    }
}

package io.countersign.proof.decision;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.TierDecision;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sets of rules that can match together. Two cases that the same rules match are one. */
final class Cases {

    private static final int MOST = 200_000;

    private Cases() {
    }

    static Optional<Set<RiskTier>> tiers(Optional<Grid> grid, ActionType type) {
        Set<RiskTier> tiers = EnumSet.of(RiskTier.DENY);
        for (RiskTier ceiling : RiskTier.values()) {
            Optional<List<List<RuleHit>>> cases = grid.flatMap(known ->
                    of(known, known.narrowed(known.of(type, known.sendable()), Fact.CEILING, List.of(ceiling.name()))));
            if (cases.isEmpty()) {
                return Optional.empty();
            }
            cases.get().forEach(hits -> tiers.add(TierDecision.of(type.reversibility(), ceiling, hits).tier()));
        }
        return Optional.of(tiers);
    }

    /** Empty if there are too many. */
    static Optional<List<List<RuleHit>>> of(Grid grid, Box region) {
        BitSet all = new BitSet();
        all.set(0, grid.rules().size());
        Set<BitSet> cases = Set.of(all);
        for (int axis = 0; axis < grid.axes().size(); axis++) {
            cases = combined(cases, choices(grid, axis, region.side(axis)));
            if (cases.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(cases.stream().map(set -> set.stream().mapToObj(place -> grid.rules().get(place).hit()).toList()).toList());
    }

    /** The rules that each atom of an axis leaves possible. */
    private static Set<BitSet> choices(Grid grid, int axis, BitSet atoms) {
        Set<BitSet> choices = new HashSet<>();
        atoms.stream().forEach(atom -> {
            BitSet left = new BitSet();
            for (int place = 0; place < grid.rules().size(); place++) {
                left.set(place, grid.rules().get(place).box().has(axis, atom));
            }
            choices.add(left);
        });
        return choices;
    }

    private static Set<BitSet> combined(Collection<BitSet> cases, Collection<BitSet> choices) {
        Set<BitSet> both = new HashSet<>();
        for (BitSet one : cases) {
            for (BitSet other : choices) {
                BitSet left = (BitSet) one.clone();
                left.and(other);
                both.add(left);
            }
        }
        return both;
    }
}

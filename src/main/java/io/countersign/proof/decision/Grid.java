package io.countersign.proof.decision;

import io.countersign.action.ActionType;
import io.countersign.action.Reversibility;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import io.countersign.action.TierDecision;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A risk decision that was understood whole: its axes, and each rule as a box. */
record Grid(List<Axis> axes, List<Rule> rules) {

    /**
     * One rule.
     *
     * @param element its id in the file
     * @param why     what its designer wrote beside it
     * @param tier    what it gives alone, raised to what its quorum means
     */
    record Rule(String element, String why, RuleHit hit, RiskTier tier, Box box) {

        String name() {
            return hit.rule();
        }
    }

    /** Everything, also what the product never sends. */
    Box whole() {
        return Box.of(axes.stream().map(Axis::all).toList());
    }

    /** Everything that the product can send. */
    Box sendable() {
        return Box.of(axes.stream().map(Axis::sendable).toList());
    }

    /** The same, while the case is open. */
    Box open() {
        return narrowed(sendable(), Fact.TICKET, List.of("OPEN", "IN_PROGRESS"));
    }

    Box of(ActionType type, Box box) {
        Box kind = narrowed(narrowed(box, Fact.ACTION_TYPE, List.of(type.id())), Fact.KIND, List.of(type.targetKind().name()));
        return narrowed(kind, Fact.REVERSIBILITY, List.of(type.reversibility().name()));
    }

    Box narrowed(Box box, Fact fact, List<String> values) {
        return axis(fact).map(axis -> box.within(axes.indexOf(axis), whole().with(axes.indexOf(axis), axis.named(values)))).orElse(box);
    }

    Optional<Axis> axis(Fact fact) {
        return axes.stream().filter(axis -> axis.fact() == fact).findFirst();
    }

    List<Rule> matching(Box point) {
        return rules.stream().filter(rule -> rule.box().overlaps(point)).toList();
    }

    RiskTier tier(Box point) {
        Reversibility reversibility = value(point, Fact.REVERSIBILITY).map(Reversibility::valueOf).orElse(Reversibility.R1);
        RiskTier ceiling = value(point, Fact.CEILING).map(RiskTier::valueOf).orElse(RiskTier.HUMAN_ONLY);
        return TierDecision.of(reversibility, ceiling, matching(point).stream().map(Rule::hit).toList()).tier();
    }

    DecisionFinding.Example example(Box point) {
        return new DecisionFinding.Example(said(point), tier(point).name(), matching(point).stream().map(Rule::name).toList());
    }

    /** What a box says, axis by axis; where it leaves everything open that the product can send, it says nothing. */
    Map<String, String> said(Box box) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int axis = 0; axis < axes.size(); axis++) {
            if (!box.holds(axis, sendable())) {
                said.put(axes.get(axis).fact().input(), axes.get(axis).said(box.side(axis)));
            }
        }
        return said;
    }

    private Optional<String> value(Box point, Fact fact) {
        return axis(fact).map(axis -> axis.atoms().get(point.side(axes.indexOf(axis)).nextSetBit(0)).label());
    }

    /** The box itself, with as much as possible added on each axis that none of the rules touches. */
    Box widened(Box box, Box within) {
        Box wide = box;
        for (int axis = 0; axis < axes.size(); axis++) {
            BitSet free = within.side(axis);
            Box across = wide.with(axis, within.side(axis));
            int side = axis;
            rules.stream().map(Rule::box).filter(across::overlaps).forEach(touching -> free.andNot(touching.side(side)));
            wide = wide.with(axis, free);
        }
        return wide;
    }
}

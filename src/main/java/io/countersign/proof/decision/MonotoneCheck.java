package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.MONOTONE;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether more risk ever lowers the gate, that is, whether a case has a looser tier than another that differs only by being less
 * grave in one input. {@code OBSERVE} is no gate, because nothing is done: a step from it or to it is never a finding. A case that no
 * rule decides is a gap, and no finding here.
 *
 * <p>A designer may declare one exception: that a graver <em>incident</em> lets the machine act at once. The looser rule says so in its
 * annotation, which begins with {@code Urgent:}, and it holds only for effects of the least impact, which can be taken back, on targets
 * of low criticality. It is then shown as declared, with its example.
 */
final class MonotoneCheck {

    static final String DECLARED = "Urgent:";
    private static final int MOST = 3;

    private final Grid grid;
    private final Search search;
    private final Findings findings;
    private final List<ActionType> types;
    private final List<DecisionReport.Declared> declared = new ArrayList<>();
    private final Box least;

    /** @param types examples are given of, where they can be */
    MonotoneCheck(Grid grid, List<ActionType> types, Search search, Findings findings) {
        this.grid = grid;
        this.types = types;
        this.search = search;
        this.findings = findings;
        this.least = grid.narrowed(grid.narrowed(grid.whole(), Fact.CRITICALITY, List.of("LOW")), Fact.REVERSIBILITY, List.of("E", "R1", "R2", "R3"));
    }

    List<DecisionReport.Declared> check() {
        for (Axis axis : grid.axes()) {
            Set<Grid.Rule> told = new HashSet<>();
            for (List<Integer> chain : axis.chains()) {
                for (int graver = 1; graver < chain.size(); graver++) {
                    arrive(axis, chain.subList(0, graver + 1), told);
                }
            }
        }
        return declared;
    }

    /** From one atom of an axis to a graver one. */
    private record Step(Axis axis, int at, int lesser, int graver) {

        Box to(Box box, int atom) {
            BitSet one = new BitSet();
            one.set(atom);
            return box.with(at, one);
        }
    }

    /**
     * A rule that matches something less grave but not the last of the chain leaves its place to a looser one, where no rule as strict
     * matches there. Where the last matches what the one before it does, and the rule matches neither, that was looked at already.
     */
    private void arrive(Axis axis, List<Integer> chain, Set<Grid.Rule> told) {
        int at = grid.axes().indexOf(axis);
        int last = chain.get(chain.size() - 1);
        int before = chain.get(chain.size() - 2);
        List<Grid.Rule> after = grid.rules().stream().filter(rule -> rule.box().has(at, last)).toList();
        boolean moved = grid.rules().stream().anyMatch(rule -> rule.box().has(at, last) != rule.box().has(at, before));
        for (Grid.Rule strict : grid.rules()) {
            boolean leaves = strict.tier() != RiskTier.OBSERVE && !strict.box().has(at, last) && (moved || strict.box().has(at, before));
            if (leaves && told.size() < MOST && !told.contains(strict)) {
                chain.stream().filter(atom -> strict.box().has(at, atom)).reduce((one, next) -> next)
                        .filter(lesser -> compare(new Step(axis, at, lesser, last), strict, after)).ifPresent(lesser -> told.add(strict));
            }
        }
    }

    private boolean compare(Step step, Grid.Rule strict, List<Grid.Rule> after) {
        Box before = step.to(strict.box().and(grid.sendable()), step.graver());
        List<Box> asStrict = after.stream().filter(rule -> !strict.tier().stricterThan(rule.tier())).map(Grid.Rule::box).filter(before::overlaps).toList();
        return after.stream().filter(rule -> strict.tier().stricterThan(rule.tier()) && rule.tier() != RiskTier.OBSERVE && rule.box().overlaps(before))
                .anyMatch(loose -> lowered(step, strict, loose, before.and(loose.box()), asStrict));
    }

    private boolean lowered(Step step, Grid.Rule strict, Grid.Rule loose, Box region, List<Box> asStrict) {
        boolean urgent = step.axis().fact() == Fact.SEVERITY && loose.tier() == RiskTier.AUTONOMOUS && loose.why().startsWith(DECLARED) && grid.axis(Fact.CRITICALITY).isPresent();
        if (urgent && declared.stream().noneMatch(one -> one.rule().equals(loose.name()))) {
            search.each(region.and(least), asStrict, part -> !tell(step, part, (lesser, graver) ->
                    declared.add(new DecisionReport.Declared(loose.name(), loose.why().substring(DECLARED.length()).strip(), step.axis().fact().graver(), List.of(lesser, graver)))));
        }
        List<Box> out = new ArrayList<>(asStrict);
        if (urgent) {
            out.add(least);
        }
        return !search.each(region, out, part -> !tell(step, part, (lesser, graver) -> findings.error(MONOTONE, loose.element(), step.axis().fact().graver() + ", lower gate: "
                + from(step) + " it falls from " + lesser.result() + " (" + strict.name() + ") to " + graver.result() + " (" + loose.name() + ").",
                "Let " + strict.name() + " also match " + label(step, step.graver()) + ", or make " + loose.name() + " at least " + strict.tier() + ".", lesser, graver)));
    }

    private interface Telling {
        void of(DecisionFinding.Example lesser, DecisionFinding.Example graver);
    }

    /** Tells of a part where the gate falls even under what no table can lower: the floor for R4 and R5, and the agent's ceiling. */
    private boolean tell(Step step, Box part, Telling telling) {
        Box point = best(part).first();
        Box lesser = step.to(point, step.lesser());
        Box graver = step.to(point, step.graver());
        if (!grid.tier(lesser).stricterThan(grid.tier(graver))) {
            return false;
        }
        telling.of(grid.example(lesser), grid.example(graver));
        return true;
    }

    /** The floors hide least where it can be taken back and the agent may do most; and an open case is the better example. */
    private Box best(Box part) {
        Box safe = preferred(part, Fact.REVERSIBILITY, List.of("E", "R1", "R2", "R3"));
        Box best = types.stream().map(type -> grid.of(type, safe)).filter(some -> !some.isEmpty()).findFirst().orElse(safe);
        best = preferred(best, Fact.TICKET, List.of("OPEN"));
        for (String ceiling : List.of("DENY", "HUMAN_ONLY", "DUAL")) {
            Box higher = preferred(best, Fact.CEILING, List.of(ceiling));
            if (higher != best) {
                return higher;
            }
        }
        return best;
    }

    private Box preferred(Box part, Fact fact, List<String> values) {
        Box some = grid.narrowed(part, fact, values);
        return some.isEmpty() ? part : some;
    }

    private static String from(Step step) {
        return "from " + label(step, step.lesser()) + " to " + label(step, step.graver());
    }

    private static String label(Step step, int atom) {
        return step.axis().atoms().get(atom).label();
    }
}

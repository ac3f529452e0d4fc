package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.GAP;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cases of an open ticket that no rule decides. They are denied, which is safe, so they are warnings; but an action that is denied
 * throughout, and partly for want of a rule only, was forgotten. Values that the product never sends are no gap: what is unknown is denied.
 */
final class GapCheck {

    private static final int MOST = 5;

    private final Grid grid;
    private final Search search;
    private final Findings findings;

    GapCheck(Grid grid, Search search, Findings findings) {
        this.grid = grid;
        this.search = search;
        this.findings = findings;
    }

    void check(ActionCatalogue catalogue) {
        List<Box> rules = grid.rules().stream().map(Grid.Rule::box).toList();
        List<Box> gaps = new ArrayList<>();
        while (gaps.size() < MOST) {
            List<Box> closed = new ArrayList<>(rules);
            closed.addAll(gaps);
            var gap = search.uncovered(grid.open(), closed);
            if (gap.isEmpty()) {
                break;
            }
            gaps.add(grid.widened(gap.get(), grid.open()));
        }
        gaps.forEach(gap -> report(gap, catalogue.all()));
        catalogue.all().forEach(type -> forgotten(type, rules));
    }

    private void report(Box gap, List<ActionType> types) {
        List<ActionType> touched = types.stream().filter(type -> !grid.of(type, gap).isEmpty()).toList();
        Box example = touched.isEmpty() ? gap.first() : grid.of(touched.get(0), gap).first();
        findings.warning(GAP, "", "No rule decides where " + region(gap) + ": it is denied. " + concerned(touched, types),
                "Add a rule for it; DENY, if nobody shall do it.", grid.example(example));
    }

    private String region(Box gap) {
        Map<String, String> said = new java.util.LinkedHashMap<>(grid.said(gap));
        if (gap.sameAs(grid.open())) {
            return "the ticket is open";
        }
        grid.axis(Fact.TICKET).filter(axis -> gap.side(grid.axes().indexOf(axis)).cardinality() == 2).ifPresent(axis -> said.remove(Fact.TICKET.input()));
        return said.entrySet().stream().map(input -> input.getKey() + " is " + input.getValue()).collect(Collectors.joining(" and "));
    }

    private static String concerned(List<ActionType> touched, List<ActionType> all) {
        if (touched.isEmpty()) {
            return "No action of the catalogue is concerned today.";
        }
        if (touched.size() == all.size()) {
            return "Every action of the catalogue is concerned.";
        }
        return "Concerned: " + touched.stream().limit(5).map(ActionType::id).collect(Collectors.joining(", ")) + (touched.size() > 5 ? " and " + (touched.size() - 5) + " more." : ".");
    }

    private void forgotten(ActionType type, List<Box> rules) {
        Box cases = grid.of(type, grid.open());
        boolean decided = grid.rules().stream().filter(rule -> rule.tier() != RiskTier.DENY).anyMatch(rule -> rule.box().overlaps(cases));
        if (!decided) {
            search.uncovered(cases, rules).ifPresent(gap -> findings.error(GAP, "", "The action " + type.id() + " is always denied, and not because a rule says so.",
                    "Add a rule for " + type.reversibility() + " on " + type.targetKind() + ".", grid.example(gap.first())));
        }
    }
}

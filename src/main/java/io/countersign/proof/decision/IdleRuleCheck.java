package io.countersign.proof.decision;

import static io.countersign.proof.decision.DecisionFinding.Kind.AUTONOMOUS;
import static io.countersign.proof.decision.DecisionFinding.Kind.OVERLAP;

import io.countersign.action.RiskTier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rules that never decide, because others that match with them are stricter, or as strict and stand above; and rules that the catalogue overrules. */
final class IdleRuleCheck {

    private final Grid grid;
    private final Search search;
    private final Findings findings;

    IdleRuleCheck(Grid grid, Search search, Findings findings) {
        this.grid = grid;
        this.search = search;
        this.findings = findings;
    }

    void check() {
        for (int place = 0; place < grid.rules().size(); place++) {
            Grid.Rule rule = grid.rules().get(place);
            List<Grid.Rule> above = above(rule, place);
            List<Box> boxes = above.stream().map(Grid.Rule::box).toList();
            if (rule.box().isEmpty()) {
                findings.warning(OVERLAP, rule.element(), rule.name() + " never matches: a cell of it lets nothing pass.", "Mend the cell, or take the rule away.");
            } else if (search.uncovered(rule.box(), boxes).isEmpty()) {
                findings.warning(OVERLAP, rule.element(), rule.name() + " (" + rule.tier() + ") never decides: wherever it matches, there decides " + names(above) + ".",
                        "Take it away, or change what it hides behind; only its times and its lease still count.", grid.example(sendable(rule).first()));
            } else {
                overruled(rule, boxes);
            }
        }
    }

    private Box sendable(Grid.Rule rule) {
        Box seen = rule.box().and(grid.open());
        return seen.isEmpty() ? grid.open() : seen;
    }

    private List<Grid.Rule> above(Grid.Rule rule, int place) {
        List<Grid.Rule> above = new ArrayList<>();
        for (int other = 0; other < grid.rules().size(); other++) {
            Grid.Rule candidate = grid.rules().get(other);
            boolean wins = candidate.tier().stricterThan(rule.tier()) || candidate.tier() == rule.tier() && other < place;
            if (wins && candidate.box().overlaps(rule.box())) {
                above.add(candidate);
            }
        }
        return above;
    }

    private void overruled(Grid.Rule rule, List<Box> above) {
        if (rule.tier() == RiskTier.AUTONOMOUS && grid.axis(Fact.REVERSIBILITY).isPresent()) {
            Box grave = grid.narrowed(rule.box().and(grid.sendable()), Fact.REVERSIBILITY, List.of("R4", "R5"));
            search.uncovered(grave, above).ifPresent(part -> findings.warning(AUTONOMOUS, rule.element(), rule.name()
                    + " leaves what cannot be undone safely (R4, R5) to the machine; the catalogue overrules it, and one person is asked.",
                    "Restrict its reversibility to \"E\", \"R1\", \"R2\", \"R3\".", grid.example(part.first())));
        }
    }

    private static String names(List<Grid.Rule> rules) {
        String first = rules.stream().limit(3).map(rule -> rule.name() + " (" + rule.tier() + ")").collect(Collectors.joining(", "));
        return rules.size() > 3 ? first + " and others" : first;
    }
}

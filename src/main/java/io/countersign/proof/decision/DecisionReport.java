package io.countersign.proof.decision;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known about the decisions of one file. Immutable. */
public final class DecisionReport {

    /**
     * More risk with a lower gate that a designer declared.
     *
     * @param reason   as the rule gives it
     * @param graver   which step it is
     * @param examples two: the lesser risk first
     */
    public record Declared(String rule, String reason, String graver, List<DecisionFinding.Example> examples) {
    }

    private final List<DecisionFinding> findings;
    private final List<Declared> declared;
    private final Optional<Grid> grid;
    private final long explored;
    private final Duration took;

    DecisionReport(List<DecisionFinding> findings, List<Declared> declared, Optional<Grid> grid, long explored, Duration took) {
        this.findings = List.copyOf(findings);
        this.declared = List.copyOf(declared);
        this.grid = grid;
        this.explored = explored;
        this.took = took;
    }

    /** Errors first. */
    public List<DecisionFinding> findings() {
        return findings;
    }

    /** Lower gates at more risk that are no findings, because the rule says that and why. */
    public List<Declared> declared() {
        return declared;
    }

    /** Whether there is a risk decision that was understood whole. */
    public boolean understood() {
        return grid.isPresent();
    }

    public boolean holds() {
        return findings.stream().noneMatch(DecisionFinding::refuses);
    }

    /** How many parts were looked at. */
    public long explored() {
        return explored;
    }

    public Duration took() {
        return took;
    }

    /**
     * Every tier that an assessment of this action can give, in whatever case and for whichever agent. {@code DENY} always is among
     * them: it is the answer where nobody recommended the action, or where it was assessed too often. All tiers, if it is not known.
     */
    public Set<RiskTier> tiers(ActionType type) {
        return Cases.tiers(grid, type).map(EnumSet::copyOf).orElse(EnumSet.allOf(RiskTier.class));
    }

    /**
     * Every set of rules that can match together for this action, in an open case, for an agent that may act up to {@code ceiling};
     * the empty set too, if it can be. Nothing if it is not known.
     */
    public Optional<List<List<RuleHit>>> cases(ActionType type, RiskTier ceiling) {
        return grid.flatMap(known -> Cases.of(known, known.narrowed(known.of(type, known.open()), Fact.CEILING, List.of(ceiling.name()))));
    }
}

package io.countersign.proof.decision;

import io.countersign.action.ActionCatalogue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;

/**
 * Analyses the decisions of a file. Thread-safe and without side effects; it MUST NOT throw, whatever the bytes are. A table that gives
 * tiers is a risk decision and is analysed whole; of every other decision the form is checked.
 */
public final class DecisionAnalysis {

    /** The key of the risk decision. */
    public static final String RISK = "risk-tier";
    private static final long LIMIT = 300_000;

    private final ActionCatalogue catalogue;
    private final Set<String> teams;
    private final long limit;

    /** @param teams ids of the teams that there are; empty if that is not known */
    public DecisionAnalysis(ActionCatalogue catalogue, Set<String> teams) {
        this(catalogue, teams, LIMIT);
    }

    DecisionAnalysis(ActionCatalogue catalogue, Set<String> teams, long limit) {
        this.catalogue = catalogue;
        this.teams = Set.copyOf(teams);
        this.limit = limit;
    }

    /** @param file its name, for the findings */
    public DecisionReport analyse(String file, byte[] dmn) {
        long start = System.nanoTime();
        Findings findings = new Findings(file);
        Search search = new Search(limit);
        Optional<Grid> grid = Optional.empty();
        List<DecisionReport.Declared> declared = List.of();
        try {
            grid = DecisionFile.read(dmn, findings).flatMap(decisions -> grid(decisions, findings));
            declared = grid.map(known -> check(known, search, findings)).orElse(List.of());
        } catch (Search.BoundReached reached) {
            findings.error(DecisionFinding.Kind.BOUND, "", reached.getMessage() + " (" + limit + " parts), so nothing is proved of it.", "Take away rules, or make their cells simpler.");
        } catch (RuntimeException unexpected) {
            findings.error(DecisionFinding.Kind.READ, "", "It cannot be analysed: " + unexpected, "Open the file in Camunda Modeler, mend what it shows, and save it again.");
        }
        return new DecisionReport(findings.all(), declared, grid, search.explored(), Duration.ofNanos(System.nanoTime() - start));
    }

    private Optional<Grid> grid(List<Decision> decisions, Findings findings) {
        if (decisions.isEmpty()) {
            findings.error(DecisionFinding.Kind.FORM, "", "There is no decision in the file.", "Add a decision table.");
        }
        Optional<Grid> risk = Optional.empty();
        for (Decision decision : decisions) {
            Optional<Sheet> sheet = Sheet.of(decision);
            if (sheet.isEmpty()) {
                findings.error(DecisionFinding.Kind.FORM, decision.getId(), "It is not a table, so nothing can be proved of it.", "Make it a decision table.");
            } else if (RISK.equals(decision.getId()) || sheet.get().hasOutput("tier")) {
                alone(decision, findings);
                risk = new GridReader(catalogue, teams, findings).read(sheet.get());
            } else {
                PlainTableCheck.check(sheet.get(), findings);
            }
        }
        return risk;
    }

    private static void alone(Decision decision, Findings findings) {
        boolean needsAnother = decision.getInformationRequirements().stream().map(InformationRequirement::getRequiredDecision).anyMatch(java.util.Objects::nonNull);
        if (needsAnother) {
            findings.error(DecisionFinding.Kind.FORM, decision.getId(), "It depends on another decision, so what it is asked is not known.", "Ask only what the product tells it.");
        }
    }

    private List<DecisionReport.Declared> check(Grid grid, Search search, Findings findings) {
        new GapCheck(grid, search, findings).check(catalogue);
        new IdleRuleCheck(grid, search, findings).check();
        return new MonotoneCheck(grid, catalogue.all(), search, findings).check();
    }
}

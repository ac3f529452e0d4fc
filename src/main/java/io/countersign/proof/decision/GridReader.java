package io.countersign.proof.decision;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.RiskTier;
import io.countersign.action.RuleHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands a risk decision whole, or not at all: then the findings say what is in the way. */
final class GridReader {

    private final CellCheck cells;
    private final OutputCheck outputs;
    private final Findings findings;

    GridReader(ActionCatalogue catalogue, Set<String> teams, Findings findings) {
        this.cells = new CellCheck(catalogue, findings);
        this.outputs = new OutputCheck(teams, findings);
        this.findings = findings;
    }

    Optional<Grid> read(Sheet sheet) {
        FormCheck.any(sheet, findings);
        FormCheck.risk(sheet, findings);
        if (findings.refuse()) {
            return Optional.empty();
        }
        List<List<Optional<Cell>>> columns = new ArrayList<>();
        for (int column = 0; column < sheet.inputs().size(); column++) {
            int at = column;
            Fact fact = Fact.of(sheet.inputs().get(column).variable()).orElseThrow();
            columns.add(sheet.rows().stream().map(row -> cells.read(fact, row.inputs().get(at))).toList());
        }
        List<Optional<RuleHit>> hits = sheet.rows().stream().map(row -> outputs.read(sheet, row)).toList();
        return findings.refuse() ? Optional.empty() : Optional.of(grid(sheet, columns.stream().map(column -> column.stream().map(Optional::orElseThrow).toList()).toList(),
                hits.stream().map(Optional::orElseThrow).toList()));
    }

    private Grid grid(Sheet sheet, List<List<Cell>> columns, List<RuleHit> hits) {
        List<Axis> axes = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Sheet.In input = sheet.inputs().get(column);
            axes.add(cells.axis(Fact.of(input.variable()).orElseThrow(), input, columns.get(column)));
        }
        List<Grid.Rule> rules = new ArrayList<>();
        for (int row = 0; row < hits.size(); row++) {
            int at = row;
            Box box = Box.of(java.util.stream.IntStream.range(0, axes.size()).mapToObj(axis -> axes.get(axis).matching(columns.get(axis).get(at))).toList());
            rules.add(new Grid.Rule(sheet.rows().get(row).id(), sheet.rows().get(row).why(), hits.get(row), tier(hits.get(row)), box));
        }
        return new Grid(List.copyOf(axes), List.copyOf(rules));
    }

    private static RiskTier tier(RuleHit hit) {
        return io.countersign.action.TierDecision.of(io.countersign.action.Reversibility.R1, RiskTier.DENY, List.of(hit)).byRules();
    }
}

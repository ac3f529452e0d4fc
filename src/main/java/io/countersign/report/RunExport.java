package io.countersign.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs as a table of text, one line for each action of a run, for a spreadsheet. */
public record RunExport(List<String> columns, List<List<String>> rows) {

    private static final List<String> COLUMNS = List.of("run", "incident", "incident title", "playbook", "version", "started at", "started by", "reason", "state",
            "outcome", "ended at", "rolled back by", "action", "target", "tier", "rule", "agent", "action state", "sandbox", "decisions");

    static RunExport of(List<RunRow> runs) {
        return new RunExport(COLUMNS, runs.stream().flatMap(run -> lines(run).stream()).toList());
    }

    private static List<List<String>> lines(RunRow row) {
        return row.actions().isEmpty() ? List.of(line(row, null)) : row.actions().stream().map(action -> line(row, action)).toList();
    }

    private static List<String> line(RunRow row, RunRow.Action action) {
        var run = row.run();
        Object[] first = {run.id(), run.incident(), row.incidentTitle(), run.playbook(), run.version(), run.startedAt(), row.startedBy(), run.reason(),
            run.state(), run.outcome(), run.endedAt(), run.rollbackBy()};
        Object[] then = action == null ? new Object[] {"", "", "", "", "", "", ""}
                : new Object[] {action.name(), action.target(), action.tier(), action.rule(), action.agent(), action.state(), action.sandbox()};
        String decisions = row.decisions().stream().map(said -> said.person() + " (" + said.team() + ") " + (said.approved() ? "approved" : "refused"))
                .collect(Collectors.joining("; "));
        return Stream.of(Arrays.stream(first), Arrays.stream(then), Stream.of((Object) decisions))
                .flatMap(cells -> cells).map(cell -> cell == null ? "" : cell.toString()).toList();
    }
}

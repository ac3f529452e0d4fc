package io.countersign.report;

import io.countersign.execution.PlaybookRun;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds runs for people who ask who decided what, newest first. */
@Service
@Transactional(readOnly = true)
public class RunSearch {

    public static final int MOST = 200;
    public static final int MOST_EXPORTED = 10_000;

    private final RunRows rows;
    private final NameDirectory directory;

    RunSearch(RunRows rows, NameDirectory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    /** @param limit 1 to {@link #MOST} */
    public RunPage find(RunQuery query, int offset, int limit) {
        if (limit < 1 || limit > MOST || offset < 0) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + " and offset is 0 or more");
        }
        return new RunPage(describe(rows.find(query, offset, limit)), rows.count(query), offset, limit);
    }

    /** The newest {@link #MOST_EXPORTED} that were found. */
    public RunExport export(RunQuery query) {
        return RunExport.of(describe(rows.find(query, 0, MOST_EXPORTED)));
    }

    /** The words in which runs have ended so far, to choose from. */
    public List<String> outcomes() {
        return rows.outcomes();
    }

    private List<RunRow> describe(List<RunRows.Found> found) {
        Names names = directory.names();
        List<String> ids = found.stream().map(row -> row.run().id().value()).toList();
        Map<String, List<RunRow.Action>> actions = rows.actions(ids, names);
        Map<String, List<RunRow.Said>> decisions = rows.decisions(ids, names);
        return found.stream().map(row -> row(row, actions.getOrDefault(row.run().id().value(), List.of()),
                decisions.getOrDefault(row.run().id().value(), List.of()), names)).toList();
    }

    private static RunRow row(RunRows.Found found, List<RunRow.Action> actions, List<RunRow.Said> decisions, Names names) {
        PlaybookRun run = found.run();
        return new RunRow(run, names.playbook(run.playbook()), found.incidentTitle(), names.starter(run).name(), actions, decisions);
    }
}

package io.countersign.report;

import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.RunHistory;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happened in plain sentences, oldest first: every row of the record, joined with the process history. */
@Service
@Transactional(readOnly = true)
public class Timeline {

    private final EvidenceTrail trail;
    private final RunHistory history;
    private final PlaybookRuns runs;
    private final NameDirectory directory;

    Timeline(EvidenceTrail trail, RunHistory history, PlaybookRuns runs, NameDirectory directory) {
        this.trail = trail;
        this.history = history;
        this.runs = runs;
        this.directory = directory;
    }

    /** Of an incident with all its runs. */
    public List<TimelineLine> ofIncident(IncidentId incident) {
        List<PlaybookRun> all = runs.ofIncident(incident);
        Stream<EvidenceRow> rows = Stream.concat(trail.ofIncident(incident).stream(), all.stream().flatMap(run -> trail.ofPlaybookRun(run.id()).stream()));
        return tell(rows, all);
    }

    /** Of one run, with what led to it: the alerts of its incident and the choice of playbooks. Empty if there is no such run. */
    public List<TimelineLine> ofRun(PlaybookRunId id) {
        return runs.find(id).map(run -> {
            Stream<EvidenceRow> before = trail.ofIncident(run.incident()).stream().filter(row -> row.playbookRun() == null);
            return tell(Stream.concat(before, trail.ofPlaybookRun(id).stream()), List.of(run));
        }).orElse(List.of());
    }

    private List<TimelineLine> tell(Stream<EvidenceRow> evidence, List<PlaybookRun> of) {
        Names names = directory.names();
        TreeMap<Long, EvidenceRow> rows = new TreeMap<>();
        evidence.forEach(row -> rows.put(row.number(), row));
        Stream<TimelineLine> told = rows.values().stream().map(row -> Phrases.tell(new Telling(row, names)));
        Stream<TimelineLine> steps = of.stream().flatMap(run -> history.of(run.id()).stream()
                .flatMap(progress -> StepLines.of(run.id().value(), run.incident().toString(), progress, names).stream()));
        return Stream.concat(told, steps).sorted(Comparator.comparing(TimelineLine::at)).toList();
    }
}

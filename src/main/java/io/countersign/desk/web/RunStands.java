package io.countersign.desk.web;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRuns;
import io.countersign.people.People;
import io.countersign.people.Team;
import io.countersign.report.CaseFile;
import io.countersign.report.CaseFiles;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the files on runs and says where each stands. */
@Component
class RunStands {

    private final PlaybookRuns runs;
    private final CaseFiles files;
    private final People people;

    RunStands(PlaybookRuns runs, CaseFiles files, People people) {
        this.runs = runs;
        this.files = files;
        this.people = people;
    }

    Optional<RunStand> find(PlaybookRunId run) {
        return files.ofRun(run).map(this::of);
    }

    /** Newest first. */
    List<RunStand> ofIncident(IncidentId incident) {
        return runs.ofIncident(incident).stream().sorted((one, other) -> other.startedAt().compareTo(one.startedAt()))
                .flatMap(run -> find(run.id()).stream()).toList();
    }

    RunStand of(CaseFile file) {
        return RunStand.of(file, id -> people.team(id).map(Team::name).orElse(id));
    }
}

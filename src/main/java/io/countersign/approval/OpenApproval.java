package io.countersign.approval;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What is needed to ask people. An empty list of teams is refused: nobody to ask never means everybody. */
public record OpenApproval(UUID id, ActionDigest digest, IncidentId incident, PlaybookRunId playbookRun, String activity, String task, int level,
                           List<String> teams, List<String> excluded, Duration escalateAfter, Duration expireAfter) {

    public OpenApproval {
        if (teams.isEmpty()) {
            throw new IllegalArgumentException("An approval needs at least one team that may give it");
        }
        teams = List.copyOf(teams);
        excluded = List.copyOf(excluded);
    }
}

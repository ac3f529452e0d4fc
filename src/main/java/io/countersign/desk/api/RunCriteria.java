package io.countersign.desk.api;

import io.countersign.evidence.IncidentId;
import io.countersign.report.RunQuery;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;

/** Criteria of a run search as they stand in an address; each may be left out. */
record RunCriteria(@Parameter(example = "INC-31") String incident,
                   @Parameter(description = "Beginning of a target's name") String target,
                   @Parameter(description = "Username of somebody who did or decided something in the run") String person,
                   @Parameter(description = "Id of the agent that asked") String agent,
                   @Parameter(description = "Catalogue id of an action") String action,
                   @Parameter(description = "First moment at which it started, ISO 8601") Instant from,
                   @Parameter(description = "First moment that is no longer wanted") Instant to,
                   @Parameter(description = "How it ended, its state, or the state of one of its actions") String outcome,
                   @Parameter(description = "Key of the playbook") String playbook) {

    RunQuery query() {
        return new RunQuery(incident == null || incident.isBlank() ? null : IncidentId.parse(incident.strip()), target, person, agent, action, from, to, outcome,
                playbook);
    }
}

package io.countersign.execution;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction that records how an action ended. */
public record ActionSettled(PlaybookRunId playbookRun, IncidentId incident, String activity, String actionType, ActionOutcome outcome) {
}

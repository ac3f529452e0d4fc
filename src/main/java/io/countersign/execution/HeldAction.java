package io.countersign.execution;

import io.countersign.action.Target;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;

/** An action that waits because somebody stopped it. */
public record HeldAction(PlaybookRunId playbookRun, IncidentId incident, String activity, String actionType, Target target, long stop, Instant since) {
}

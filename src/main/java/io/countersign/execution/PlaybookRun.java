package io.countersign.execution;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;

/**
 * One run of a playbook version for one incident.
 *
 * @param definition        id of the process definition
 * @param startedByKind     {@code SYSTEM} for the selection policy, {@code PERSON} for a person
 * @param outcome           how it ended in words, null while it runs
 * @param rollbackBy        who asked to take it back, null if nobody did
 */
public record PlaybookRun(PlaybookRunId id, IncidentId incident, String playbook, int version, String definition, String startedByKind,
                          String startedBy, String reason, State state, String outcome, Instant startedAt, Instant endedAt, String rollbackBy,
                          String rollbackReason, Instant rollbackRequestedAt) {

    /** Where a run is. */
    public enum State {
        /** Going on, or waiting for a person or a lease. */
        RUNNING,
        /** Somebody asked to take it back: no new effect is allowed. */
        ROLLING_BACK,
        /** Its process instance has ended. */
        ENDED
    }

    public boolean rollbackRequested() {
        return rollbackBy != null;
    }
}

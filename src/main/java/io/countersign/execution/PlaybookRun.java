package io.countersign.execution;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * One run of a playbook version for one incident.
 *
 * @param definition        id of the process definition
 * @param startedByKind     {@code SYSTEM} for the selection policy, {@code PERSON} for a person
 * @param outcome           how it ended in words, null while it runs
 * @param rollbackBy        who asked to take it back, null if nobody did
 * @param reverses          the run whose effects it takes back from the ledger, because that one is over; null for a playbook's run
 * @param cutOff            whether its process instance went away without coming to an end: nobody may have taken back what it did
 */
public record PlaybookRun(PlaybookRunId id, IncidentId incident, String playbook, int version, String definition, String startedByKind,
                          String startedBy, String reason, State state, String outcome, Instant startedAt, Instant endedAt, String rollbackBy,
                          String rollbackReason, Instant rollbackRequestedAt, PlaybookRunId reverses, boolean cutOff) {

    /** Where a run is. */
    public enum State {
        /** Going on, or waiting for a person or a lease. */
        RUNNING,
        /** Somebody asked to take it back: no new effect is allowed. */
        ROLLING_BACK,
        /** Its process instance has ended. */
        ENDED;

        private static final Map<State, Set<State>> MOVES = Map.of(RUNNING, Set.of(ROLLING_BACK, ENDED), ROLLING_BACK, Set.of(ENDED), ENDED, Set.of());

        public boolean mayBecome(State next) {
            return MOVES.get(this).contains(next);
        }
    }

    /** The run whose effects this one is about: its own, or those that it takes back. */
    public PlaybookRunId acted() {
        return reverses == null ? id : reverses;
    }

    public boolean rollbackRequested() {
        return rollbackBy != null;
    }
}

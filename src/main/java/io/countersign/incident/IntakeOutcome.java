package io.countersign.incident;

import io.countersign.evidence.IncidentId;
import java.util.UUID;

/** What became of one record. Every record gets one, and each is on the record before it is told. */
public sealed interface IntakeOutcome {

    /** A new alert, stored and joined to an incident. */
    record Accepted(UUID alert, IncidentId incident) implements IntakeOutcome {
    }

    /** The source sent this alert before; nothing changed. */
    record Duplicate(UUID alert, IncidentId incident) implements IntakeOutcome {
    }

    /** Kept aside for people to look at. */
    record Quarantined(UUID record, RecordProblem problem) implements IntakeOutcome {
    }
}

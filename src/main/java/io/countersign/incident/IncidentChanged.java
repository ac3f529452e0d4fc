package io.countersign.incident;

import io.countersign.evidence.IncidentId;

/** Published inside the changing transaction. {@code alertsChanged}: a playbook may have to be chosen. */
public record IncidentChanged(IncidentId incident, boolean alertsChanged) {
}

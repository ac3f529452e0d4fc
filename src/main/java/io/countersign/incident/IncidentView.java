package io.countersign.incident;

import io.countersign.evidence.IncidentId;
import java.time.Instant;
import java.util.List;

/** An incident as it is now. */
public record IncidentView(IncidentId id, String title, Severity severity, TicketState ticket, Environment environment, String team,
                           Instant openedAt, Instant updatedAt, List<String> techniques, List<Observable> observables,
                           List<AlertSummary> alerts) {
}

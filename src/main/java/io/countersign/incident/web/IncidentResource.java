package io.countersign.incident.web;

import io.countersign.incident.Environment;
import io.countersign.incident.IncidentView;
import io.countersign.incident.ObservableKind;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An incident as the API shows it. */
@Schema(name = "Incident", description = "Alerts joined to one case, as it is now. Titles and descriptions come from senders and are not to be trusted.")
record IncidentResource(@Schema(example = "INC-31") String id, String title, Severity severity, TicketState ticket, Environment environment,
                        @Schema(description = "Id of the owning team.") String team, Instant openedAt, Instant updatedAt,
                        @Schema(description = "MITRE ATT&CK technique ids.") List<String> techniques,
                        @Schema(description = "Newest first; in a list only the newest few.") List<Thing> observables,
                        @Schema(description = "Newest first; in a list only the newest few.") List<Alert> alerts) {

    /** An observable. */
    @Schema(name = "Observable")
    record Thing(ObservableKind kind, String value, @Schema(description = "Whether it belongs to the organisation.") boolean internal) {
    }

    /** An alert of the incident. */
    @Schema(name = "Alert")
    record Alert(UUID id, String source, @Schema(description = "The source's own id.") String externalId, String title, String description,
                 Severity severity, List<String> techniques, Instant observedAt, Instant receivedAt) {
    }

    static IncidentResource of(IncidentView view) {
        return new IncidentResource(view.id().toString(), view.title(), view.severity(), view.ticket(), view.environment(), view.team(),
                view.openedAt(), view.updatedAt(), view.techniques(),
                view.observables().stream().map(seen -> new Thing(seen.kind(), seen.value(), seen.internal())).toList(),
                view.alerts().stream().map(alert -> new Alert(alert.id(), alert.source(), alert.externalId(), alert.title(),
                        alert.description(), alert.severity(), alert.techniques(), alert.observedAt(), alert.receivedAt())).toList());
    }
}

package io.countersign.incident.web;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.IncidentQuery;
import io.countersign.incident.IncidentSearch;
import io.countersign.incident.Incidents;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.incident.UnknownIncident;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over REST. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents")
class IncidentApi {

    private final Incidents incidents;
    private final IncidentSearch search;

    IncidentApi(Incidents incidents, IncidentSearch search) {
        this.incidents = incidents;
        this.search = search;
    }

    @GetMapping
    @Operation(summary = "Lists incidents, newest first")
    Listing<IncidentResource> list(@RequestParam(required = false) TicketState ticket, @RequestParam(required = false) Severity severity,
                                   @RequestParam(required = false) @Parameter(description = "Id of the owning team") String team,
                                   @RequestParam(required = false) @Size(max = 200) @Parameter(description = "Text in id, title or observables") String q,
                                   @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int offset,
                                   @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        IncidentQuery query = new IncidentQuery(ticket, severity, team, q);
        return new Listing<>(search.search(query, offset, limit).stream().map(IncidentResource::of).toList(), search.count(query), offset, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One incident with its alerts and observables")
    IncidentResource one(@PathVariable @Parameter(example = "INC-31") String id) {
        return read(IncidentId.parse(id));
    }

    @PostMapping("/{id}/ticket")
    @Operation(summary = "Moves the ticket", description = "OPEN to IN_PROGRESS or CLOSED and back to IN_PROGRESS. Machines act only while it is open.")
    IncidentResource ticket(@PathVariable @Parameter(example = "INC-31") String id, @Valid @RequestBody TicketChange change, Principal person) {
        IncidentId incident = IncidentId.parse(id);
        incidents.changeTicket(incident, change.ticket(), change.reason(), Actor.person(person.getName()));
        return read(incident);
    }

    @PostMapping("/{id}/severity")
    @Operation(summary = "Changes the severity")
    IncidentResource severity(@PathVariable @Parameter(example = "INC-31") String id, @Valid @RequestBody SeverityChange change, Principal person) {
        IncidentId incident = IncidentId.parse(id);
        incidents.changeSeverity(incident, change.severity(), change.reason(), Actor.person(person.getName()));
        return read(incident);
    }

    private IncidentResource read(IncidentId id) {
        return incidents.find(id).map(IncidentResource::of).orElseThrow(() -> new UnknownIncident(id));
    }
}

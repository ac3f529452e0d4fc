package io.countersign.report;

import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import java.time.Instant;
import java.util.List;

/** Another incident that has something in common with the one that is read. Its title is untrusted text. */
public record SimilarIncident(String id, String title, Severity severity, TicketState ticket, Instant openedAt, List<String> sharedTechniques,
                              List<String> sharedThings, List<Ending> runs) {

    /** How a playbook went there. {@code outcome} is null while it runs. */
    public record Ending(String run, String playbook, String state, String outcome) {
    }
}

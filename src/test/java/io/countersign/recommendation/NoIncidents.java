package io.countersign.recommendation;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import java.util.List;
import java.util.Optional;

/** Incidents that can only be looked up: whoever recommends has no business with more. */
abstract class NoIncidents implements Incidents {

    @Override
    public abstract Optional<IncidentView> find(IncidentId id);

    @Override
    public List<IncidentView> list(TicketState ticket, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long count(TicketState ticket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeTicket(IncidentId id, TicketState to, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeSeverity(IncidentId id, Severity to, String reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<IncidentId> takeForTriage(int limit) {
        throw new UnsupportedOperationException();
    }
}

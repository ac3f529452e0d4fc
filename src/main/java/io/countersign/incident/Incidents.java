package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import java.util.List;
import java.util.Optional;

/**
 * Incidents as they are now, and the few things people may change about them. Every change is evidence in the same
 * transaction, and is announced as {@link IncidentChanged} within it.
 */
public interface Incidents {

    /** With its newest 200 alerts and 500 observables. */
    Optional<IncidentView> find(IncidentId id);

    /** The few facts that decide, in one statement; {@code kind} null if the thing is of no kind that alerts name. */
    Optional<Circumstances> circumstances(IncidentId id, ObservableKind kind, String value);

    /** Newest first, each with its few newest alerts and observables; {@code ticket} null means any. */
    List<IncidentView> list(TicketState ticket, int offset, int limit);

    long count(TicketState ticket);

    /**
     * @throws UnknownIncident if there is none of that id
     * @throws ChangeRefused   if the ticket cannot move there from where it stands
     */
    void changeTicket(IncidentId id, TicketState to, String reason, Actor by);

    /**
     * @throws UnknownIncident if there is none of that id
     * @throws ChangeRefused   if it has that severity already
     */
    void changeSeverity(IncidentId id, Severity to, String reason, Actor by);

    /**
     * Takes up to {@code limit} incidents whose alerts changed since a playbook was last chosen for them, marks them as taken and
     * returns them. Rows are locked until the caller's transaction ends and those locked by another node are skipped, so
     * each change is handled once; a roll back gives it back. MUST be called in a transaction.
     */
    List<IncidentId> takeForTriage(int limit);
}

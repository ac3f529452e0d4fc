package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.intake.PlainText;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes incidents under the lock of their row, so that an approval or an alert never meets half a change. */
@Service
class TransactionalIncidents implements Incidents {

    private final IncidentCases cases;
    private final IncidentViews views;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    TransactionalIncidents(IncidentCases cases, IncidentViews views, EvidenceLog evidence, ApplicationEventPublisher events, InstantSource clock) {
        this.cases = cases;
        this.views = views;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IncidentView> find(IncidentId id) {
        return views.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Circumstances> circumstances(IncidentId id, ObservableKind kind, String value) {
        return views.circumstances(id, kind, value);
    }

    @Override
    @Transactional(readOnly = true)
    public List<IncidentView> list(TicketState ticket, int offset, int limit) {
        return views.search(new IncidentQuery(ticket, null, null, null), offset, limit);
    }

    @Override
    public long count(TicketState ticket) {
        return views.count(new IncidentQuery(ticket, null, null, null));
    }

    @Override
    @Transactional
    public void changeTicket(IncidentId id, TicketState to, String reason, Actor by) {
        change(id, reason, by, incident -> incident.moveTicket(to, clock.instant()));
    }

    @Override
    @Transactional
    public void changeSeverity(IncidentId id, Severity to, String reason, Actor by) {
        change(id, reason, by, incident -> incident.rate(to, clock.instant()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<IncidentId> takeForTriage(int limit) {
        return views.takeForTriage(limit);
    }

    private void change(IncidentId id, String reason, Actor by, Function<IncidentCase, Change> change) {
        String why = PlainText.of(reason, 2000);
        if (why == null) {
            throw new IllegalArgumentException("Say why: a change of an incident needs a reason.");
        }
        IncidentCase incident = cases.lock(id.number()).orElseThrow(() -> new UnknownIncident(id));
        Change made = change.apply(incident);
        cases.saveAndFlush(incident);
        evidence.append(EvidenceEntry.of(EvidenceKind.INCIDENT_CHANGED, by).about(id).with("what", made.what())
                .with("from", String.valueOf(made.from())).with("to", String.valueOf(made.to())).with("reason", why));
        events.publishEvent(new IncidentChanged(id, false));
    }
}

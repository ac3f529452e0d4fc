package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.incident.intake.ContentId;
import io.countersign.incident.intake.NormalizedAlert;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores one alert with its incident and its evidence: all of it, or nothing. */
@Service
class AlertRecorder {

    private final AlertTable alerts;
    private final IncidentJoin incidents;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AlertRecorder(AlertTable alerts, IncidentJoin incidents, EvidenceLog evidence, ApplicationEventPublisher events, InstantSource clock) {
        this.alerts = alerts;
        this.incidents = incidents;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public IntakeOutcome record(String source, NormalizedAlert alert, byte[] raw) {
        Situation situation = incidents.situation(alert);
        alerts.serialize(source, alert.externalId(), situation);
        Optional<IntakeOutcome.Duplicate> earlier = alerts.earlier(source, alert.externalId());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        IncidentCase incident = incidents.incidentOf(source, id, alert, situation, now);
        alerts.insert(id, source, alert, raw, incident.id(), situation, now);
        evidence.append(EvidenceEntry.of(EvidenceKind.ALERT_RECEIVED, Actor.source(source)).about(incident.id()).with("alert", id.toString())
                .with("source", source).with("externalId", alert.externalId()).with("title", alert.title())
                .with("severity", alert.severity().name()).with("techniques", alert.techniques())
                .with("observables", alert.mentions().size()).with("rawSha256", HexFormat.of().formatHex(ContentId.sha256(raw))));
        events.publishEvent(new IncidentChanged(incident.id(), true));
        return new IntakeOutcome.Accepted(id, incident.id());
    }
}

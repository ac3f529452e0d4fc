package io.countersign.incident;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.incident.intake.NormalizedAlert;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the incident that an alert belongs to, or opens one. The caller has serialized what may join. */
@Component
class IncidentJoin {

    private final IncidentCases cases;
    private final AlertTable alerts;
    private final AssetTable assets;
    private final EvidenceLog evidence;
    private final IncidentSettings settings;

    IncidentJoin(IncidentCases cases, AlertTable alerts, AssetTable assets, EvidenceLog evidence, IncidentSettings settings) {
        this.cases = cases;
        this.alerts = alerts;
        this.assets = assets;
        this.evidence = evidence;
        this.settings = settings;
    }

    Situation situation(NormalizedAlert alert) {
        return Situation.of(alert, assets.known(alert.mentions()));
    }

    /** Locked, and changed by the alert. */
    IncidentCase incidentOf(String source, UUID alertId, NormalizedAlert alert, Situation situation, Instant now) {
        return alerts.openIncident(situation.joining(), now.minus(settings.joinWindow()), settings.commonAfter())
                .flatMap(open -> cases.lock(open.number()))
                .map(open -> join(open, source, alertId, alert, situation, now))
                .orElseGet(() -> open(source, alertId, alert, situation, now));
    }

    private IncidentCase join(IncidentCase incident, String source, UUID alertId, NormalizedAlert alert, Situation situation, Instant now) {
        for (Change change : incident.join(alert, situation, now)) {
            evidence.append(EvidenceEntry.of(EvidenceKind.INCIDENT_CHANGED, Actor.source(source)).about(incident.id())
                    .with("what", change.what()).with("from", String.valueOf(change.from())).with("to", String.valueOf(change.to()))
                    .with("alert", alertId.toString()));
        }
        return cases.saveAndFlush(incident);
    }

    private IncidentCase open(String source, UUID alertId, NormalizedAlert alert, Situation situation, Instant now) {
        IncidentCase incident = cases.saveAndFlush(new IncidentCase(alert, situation, settings.defaultTeam(), now));
        evidence.append(EvidenceEntry.of(EvidenceKind.INCIDENT_OPENED, Actor.source(source)).about(incident.id())
                .with("title", incident.title()).with("severity", incident.severity().name())
                .with("environment", incident.environment().name()).with("team", incident.team()).with("alert", alertId.toString()));
        return incident;
    }
}

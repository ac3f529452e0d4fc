package io.countersign.policy;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.Environment;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.incident.Observable;
import io.countersign.incident.ObservableKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the facts of the moment from the incident and the inventory; never from the alert's text or the model. */
@Component
public class RiskFactsReader {

    private final Incidents incidents;
    private final Assets assets;

    RiskFactsReader(Incidents incidents, Assets assets) {
        this.incidents = incidents;
        this.assets = assets;
    }

    /** @throws IllegalStateException if the incident is gone: nothing is decided for an unknown one */
    public RiskFacts read(ActionType type, Target target, IncidentId incidentId, double confidence, RiskTier agentCeiling) {
        IncidentView incident = incidents.find(incidentId)
                .orElseThrow(() -> new IllegalStateException("There is no incident " + incidentId));
        Optional<Asset> asset = asset(target);
        return new RiskFacts(type.reversibility().name(), type.id(), incident.severity().name(), environment(incident, asset),
                criticality(incident, target, asset), target.kind().name(), incident.ticket().name(), confidence, agentCeiling.name());
    }

    /** The team that owns the target, else the incident's. */
    public String owningTeam(Target target, IncidentId incidentId) {
        return asset(target).map(Asset::team)
                .or(() -> incidents.find(incidentId).map(IncidentView::team))
                .orElseThrow(() -> new IllegalStateException("There is no incident " + incidentId));
    }

    private Optional<Asset> asset(Target target) {
        return observableKind(target.kind()).flatMap(kind -> assets.find(kind, target.value()));
    }

    private static String environment(IncidentView incident, Optional<Asset> asset) {
        Environment own = asset.map(Asset::environment).orElse(Environment.UNKNOWN);
        return (own == Environment.UNKNOWN ? incident.environment() : own).name();
    }

    /** A thing that the incident shows to be outside the organisation is not ours to lose. */
    private static String criticality(IncidentView incident, Target target, Optional<Asset> asset) {
        if (asset.isPresent()) {
            return asset.get().criticality().name();
        }
        return incident.observables().stream().anyMatch(o -> isForeign(o, target)) ? "LOW" : "UNKNOWN";
    }

    private static boolean isForeign(Observable observable, Target target) {
        return !observable.internal() && observable.value().equals(target.value()) && switch (target.kind()) {
            case ADDRESS, DOMAIN, URL, FILE_HASH, SENDER -> true;
            default -> false;
        };
    }

    private static Optional<ObservableKind> observableKind(TargetKind kind) {
        return switch (kind) {
            case HOST, CLOUD_INSTANCE, PROCESS, FILE -> Optional.of(ObservableKind.HOST);
            case ADDRESS -> Optional.of(ObservableKind.ADDRESS);
            case DOMAIN -> Optional.of(ObservableKind.DOMAIN);
            case URL -> Optional.of(ObservableKind.URL);
            case FILE_HASH -> Optional.of(ObservableKind.FILE_HASH);
            case ACCOUNT, CLOUD_PRINCIPAL, API_KEY -> Optional.of(ObservableKind.ACCOUNT);
            case SENDER -> Optional.of(ObservableKind.EMAIL_ADDRESS);
            case BUCKET, APPLICATION, WORKFLOW -> Optional.of(ObservableKind.RESOURCE);
            case OAUTH_GRANT, MESSAGE, MAILBOX_RULE -> Optional.empty();
        };
    }
}

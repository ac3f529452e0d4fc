package io.countersign.policy;

import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.Circumstances;
import io.countersign.incident.Environment;
import io.countersign.incident.Incidents;
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

    /** The facts of the moment, and the team that owns the target, else the incident's. */
    public record Reading(RiskFacts facts, String owningTeam) {
    }

    /** @throws IllegalStateException if the incident is gone: nothing is decided for an unknown one */
    public Reading read(ActionType type, Target target, IncidentId incident, double confidence, RiskTier agentCeiling) {
        Optional<ObservableKind> kind = ObservableKind.of(target.kind());
        Circumstances around = incidents.circumstances(incident, kind.orElse(null), target.value())
                .orElseThrow(() -> new IllegalStateException("There is no incident " + incident));
        Optional<Asset> asset = kind.flatMap(of -> assets.find(of, target.value()));
        RiskFacts facts = new RiskFacts(type.reversibility().name(), type.id(), around.severity().name(), environment(around, asset),
                criticality(around, target, asset), target.kind().name(), around.ticket().name(), confidence, agentCeiling.name());
        return new Reading(facts, asset.map(Asset::team).orElse(around.team()));
    }

    private static String environment(Circumstances around, Optional<Asset> asset) {
        Environment own = asset.map(Asset::environment).orElse(Environment.UNKNOWN);
        return (own == Environment.UNKNOWN ? around.environment() : own).name();
    }

    /** A thing that the incident shows to be outside the organisation is not ours to lose. */
    private static String criticality(Circumstances around, Target target, Optional<Asset> asset) {
        return asset.map(known -> known.criticality().name()).orElse(around.foreign() && livesOutside(target.kind()) ? "LOW" : "UNKNOWN");
    }

    private static boolean livesOutside(TargetKind kind) {
        return switch (kind) {
            case ADDRESS, DOMAIN, URL, FILE_HASH, SENDER -> true;
            default -> false;
        };
    }
}

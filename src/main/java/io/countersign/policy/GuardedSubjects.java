package io.countersign.policy;

import io.countersign.action.ActionRequest;
import io.countersign.action.ActionType;
import io.countersign.action.RiskTier;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.ObservableKind;
import io.countersign.policy.guardrail.Subject;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What guardrails look at, read from the inventory at the moment; never from the alert's text or the model. */
@Component
public class GuardedSubjects {

    private final Assets assets;
    private final RiskFactsReader reader;

    GuardedSubjects(Assets assets, RiskFactsReader reader) {
        this.assets = assets;
        this.reader = reader;
    }

    /** @param facts of the moment, or as assessed where they were seen to be the same: where it is */
    public Subject of(ActionType type, ActionRequest request, RiskFacts facts) {
        Optional<Asset> asset = ObservableKind.of(request.target().kind()).flatMap(kind -> assets.find(kind, request.target().value()));
        String team = asset.map(Asset::team).orElseGet(() -> reader.read(type, request.target(), request.incident(), facts.confidence(),
                RiskTier.valueOf(facts.agentCeiling())).owningTeam());
        return new Subject(type.id(), request.target(), team, facts.environment(), asset.map(known -> known.attributes().getOrDefault("role", "")).orElse(""));
    }
}

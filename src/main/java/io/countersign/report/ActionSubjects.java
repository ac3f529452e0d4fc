package io.countersign.report;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.Target;
import io.countersign.connector.Connector;
import io.countersign.connector.Connectors;
import io.countersign.connector.NoConnector;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.ObservableKind;
import io.countersign.report.ActionCase.Means;
import io.countersign.report.ActionCase.TargetFacts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the catalogue, the inventory and the connectors say about an action and its target. */
@Component
class ActionSubjects {

    private final ActionCatalogue catalogue;
    private final Assets assets;
    private final Connectors connectors;

    ActionSubjects(ActionCatalogue catalogue, Assets assets, Connectors connectors) {
        this.catalogue = catalogue;
        this.assets = assets;
        this.connectors = connectors;
    }

    Optional<ActionType> type(String id) {
        return catalogue.find(id);
    }

    /** "Isolate host ws-0142". */
    String title(String actionType, Target target, Names names) {
        return Words.plain(names.action(actionType) + " " + target.value());
    }

    TargetFacts target(Target target, Names names) {
        Optional<Asset> asset = ObservableKind.of(target.kind()).flatMap(kind -> assets.find(kind, target.value()));
        return new TargetFacts(Words.lower(target.kind()), target.value(), asset.isPresent(), asset.map(a -> Words.lower(a.criticality())).orElse("unknown"),
                asset.map(a -> Words.lower(a.environment())).orElse("unknown"),
                asset.map(Asset::owner).map(names::person).orElse(""), asset.map(Asset::team).map(names::team).orElse(""));
    }

    /** What would do it now. */
    Means means(String actionType) {
        try {
            Connector connector = connectors.forAction(actionType);
            return new Means(connector.name(), connector.sandbox());
        } catch (NoConnector nothingConfigured) {
            return new Means("", false);
        }
    }
}

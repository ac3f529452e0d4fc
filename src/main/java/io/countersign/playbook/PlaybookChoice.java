package io.countersign.playbook;

import io.countersign.incident.IncidentView;
import io.countersign.incident.Observable;
import io.countersign.incident.ObservableKind;
import io.countersign.proof.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the selection decision which playbooks an incident gets. A choice without a playbook key is no choice. */
@Component
class PlaybookChoice {

    /** One playbook and why. */
    record Choice(String playbook, String reason) {
    }

    private final DecisionService decisions;

    PlaybookChoice(DecisionService decisions) {
        this.decisions = decisions;
    }

    List<Choice> choose(IncidentView incident) {
        DmnDecisionResult result = decisions.evaluateDecisionByKey(Vocabulary.SELECTION_DECISION).variables(Variables.createVariables()
                .putValue("severity", incident.severity().name())
                .putValue("technique", String.join(",", incident.techniques()))
                .putValue("environment", incident.environment().name())
                .putValue("hasExternalAddress", has(incident, o -> o.kind() == ObservableKind.ADDRESS && !o.internal()))
                .putValue("hasHost", has(incident, o -> o.kind() == ObservableKind.HOST && o.internal()))
                .putValue("hasAccount", has(incident, o -> o.kind() == ObservableKind.ACCOUNT))
                .putValue("hasForeignDomain", has(incident, o -> o.kind() == ObservableKind.DOMAIN && !o.internal()))
                .putValue("hasMail", has(incident, o -> o.kind() == ObservableKind.MESSAGE || o.kind() == ObservableKind.SENDER))
                .putValue("hasApiKey", has(incident, o -> o.kind() == ObservableKind.API_KEY))
                .putValue("hasBucket", has(incident, o -> o.kind() == ObservableKind.BUCKET))
                .putValue("hasAgent", has(incident, o -> o.kind() == ObservableKind.AGENT))).evaluate();
        return result.getResultList().stream().map(PlaybookChoice::read).filter(Objects::nonNull).distinct().toList();
    }

    private static Choice read(Map<String, Object> outputs) {
        return outputs.get("playbook") instanceof String playbook && outputs.get("reason") instanceof String reason ? new Choice(playbook, reason) : null;
    }

    private static boolean has(IncidentView incident, Predicate<Observable> what) {
        return incident.observables().stream().anyMatch(what);
    }
}

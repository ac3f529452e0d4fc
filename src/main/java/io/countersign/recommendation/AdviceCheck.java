package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.incident.Asset;
import io.countersign.incident.Observable;
import io.countersign.incident.ObservableKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Lets advice through only if every proposal names an action that the catalogue has and the agent may ask for, done to something
 * that the incident has, with parameters that the inventory states for it. One that does not makes the whole answer refused:
 * a recommender that strays once is not believed in part.
 */
@Component
class AdviceCheck {

    private final OutputSchema schema;
    private final ActionCatalogue catalogue;

    AdviceCheck(OutputSchema schema, ActionCatalogue catalogue) {
        this.schema = schema;
        this.catalogue = catalogue;
    }

    Advice check(Heard heard, CaseFile about) {
        if (heard instanceof Heard.Nothing nothing) {
            return Advice.refused(nothing.problem());
        }
        JsonNode output = ((Heard.Output) heard).json();
        List<String> problems = new ArrayList<>(schema.problems(output));
        if (!problems.isEmpty()) {
            return Advice.refused(problems);
        }
        List<JsonNode> stated = StreamSupport.stream(output.path("proposals").spliterator(), false).toList();
        for (int i = 0; i < stated.size(); i++) {
            String place = "/proposals/" + i + ": ";
            problem(stated.get(i), about).ifPresent(problem -> problems.add(place + problem));
        }
        return problems.isEmpty() ? Advice.of(stated.stream().map(AdviceCheck::proposal)
                .sorted(Comparator.comparingDouble(Proposal::confidence).reversed()).toList()) : Advice.refused(problems);
    }

    private Optional<String> problem(JsonNode stated, CaseFile about) {
        String id = stated.path("action").textValue();
        Optional<ActionType> type = catalogue.find(id);
        if (type.isEmpty()) {
            return Optional.of("the catalogue has no action '" + id + "'");
        }
        if (about.activeAgent().filter(agent -> agent.actionTypes().contains(id)).isEmpty()) {
            return Optional.of("the agent may not ask for " + id);
        }
        TargetKind kind = type.get().targetKind();
        if (!kind.name().equals(stated.at("/target/kind").textValue())) {
            return Optional.of(id + " is done to a " + kind + ", not to a " + stated.at("/target/kind").textValue());
        }
        if (kind == TargetKind.AGENT && about.activeAgent().filter(agent -> agent.id().equals(stated.at("/target/value").textValue())).isPresent()) {
            return Optional.of("an agent asks for nothing to be done to itself");
        }
        Optional<Observable> seen = observable(kind, stated.at("/target/value").textValue(), about);
        return seen.isEmpty() ? Optional.of("the incident has no such " + kind + " as the target names")
                : parameterProblem(type.get(), texts(stated.path("parameters")), Optional.ofNullable(about.assets().get(seen.get())));
    }

    private static Optional<Observable> observable(TargetKind kind, String value, CaseFile about) {
        Optional<ObservableKind> wanted = ObservableKind.of(kind);
        return about.incident().observables().stream()
                .filter(seen -> wanted.filter(seen.kind()::equals).isPresent() && seen.value().equals(value)).findFirst();
    }

    private static Optional<String> parameterProblem(ActionType type, Map<String, String> parameters, Optional<Asset> asset) {
        if (!parameters.keySet().equals(new HashSet<>(type.parameters()))) {
            return Optional.of(type.id() + " takes the parameters " + type.parameters() + ", not " + parameters.keySet());
        }
        return parameters.entrySet().stream()
                .filter(stated -> asset.stream().noneMatch(known -> known.attributes().containsValue(stated.getValue())))
                .map(stated -> "the inventory does not state this " + stated.getKey() + " for the target").findFirst();
    }

    private static Proposal proposal(JsonNode stated) {
        Target target = new Target(TargetKind.valueOf(stated.at("/target/kind").textValue()), stated.at("/target/value").textValue());
        return new Proposal(stated.path("action").textValue(), target, texts(stated.path("parameters")), stated.path("confidence").doubleValue(),
                list(stated.path("reasons")), list(stated.path("against")), stated.path("ifNothing").textValue());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().textValue()));
        return texts;
    }

    private static List<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::textValue).toList();
    }
}

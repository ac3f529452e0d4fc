package io.countersign.recommendation.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.action.ActionCatalogue;
import io.countersign.recommendation.Recommender;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Matches an incident's techniques and observables with its {@link Knowledge}. The same case gives the same advice, always. */
@Component
public class EmbeddedRecommender implements Recommender {

    private static final int MOST_PROPOSALS = 50;
    /** Only foreign ones are blocked: blocking our own address, domain, page or sender cuts off ourselves. */
    private static final Set<String> BLOCKED_WHEN_FOREIGN = Set.of("ADDRESS", "DOMAIN", "URL", "SENDER");
    /** Which attribute of the inventory gives a parameter its value. */
    private static final Map<String, String> ATTRIBUTE_OF = Map.of("group", "privileged-group");

    private final Knowledge knowledge;
    private final ObjectMapper json = new ObjectMapper();

    EmbeddedRecommender(ActionCatalogue catalogue) {
        this.knowledge = Knowledge.read(new ClassPathResource("recommendation/knowledge.yaml"), catalogue);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public String version() {
        return knowledge.version();
    }

    @Override
    public String agent() {
        return "triage-1";
    }

    @Override
    public JsonNode recommend(JsonNode input) {
        Case seen = read(input);
        List<Knowledge.Hint> hints = knowledge.holdingFor(seen);
        ObjectNode output = json.createObjectNode();
        ArrayNode proposals = output.putArray("proposals");
        seen.allowedActions().stream().flatMap(action -> proposals(action, hints, seen))
                .sorted(Comparator.comparingDouble((ObjectNode proposal) -> -proposal.path("confidence").doubleValue())
                        .thenComparing(proposal -> proposal.path("action").textValue())
                        .thenComparing(proposal -> proposal.at("/target/value").textValue()))
                .limit(MOST_PROPOSALS).forEach(proposals::add);
        return output;
    }

    private Stream<ObjectNode> proposals(Case.Action action, List<Knowledge.Hint> hints, Case seen) {
        List<Knowledge.Hint> speaking = hints.stream().filter(hint -> hint.action().equals(action.id()))
                .sorted(Comparator.comparingDouble(Knowledge.Hint::confidence).reversed()).toList();
        if (speaking.isEmpty()) {
            return Stream.empty();
        }
        return seen.observables().stream().filter(thing -> thing.kind().equals(action.targetKind()))
                .filter(thing -> !(BLOCKED_WHEN_FOREIGN.contains(thing.kind()) && seen.isOurs(thing)))
                .filter(thing -> !(thing.kind().equals("AGENT") && thing.value().equals(agent())))
                .flatMap(thing -> parameters(action, thing).map(parameters -> proposal(action, thing, parameters, speaking, seen)).stream());
    }

    /** Empty when the inventory does not say what the action needs to know: then it is not proposed. */
    private static Optional<Map<String, String>> parameters(Case.Action action, Case.Thing thing) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : action.parameters()) {
            String value = thing.attribute(ATTRIBUTE_OF.getOrDefault(parameter, parameter));
            if (value == null || value.isBlank()) {
                return Optional.empty();
            }
            parameters.put(parameter, value);
        }
        return Optional.of(parameters);
    }

    private ObjectNode proposal(Case.Action action, Case.Thing thing, Map<String, String> parameters, List<Knowledge.Hint> speaking, Case seen) {
        Weighing weighing = new Weighing(speaking, seen, thing);
        ObjectNode proposal = json.createObjectNode().put("action", action.id());
        proposal.putObject("target").put("kind", action.targetKind()).put("value", thing.value());
        proposal.set("parameters", json.valueToTree(parameters));
        proposal.put("confidence", weighing.confidence());
        proposal.set("reasons", json.valueToTree(weighing.reasons()));
        proposal.set("against", json.valueToTree(weighing.against()));
        return proposal.put("ifNothing", speaking.get(0).ifNothing());
    }

    private Case read(JsonNode input) {
        try {
            return json.treeToValue(input, Case.class);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException("The input is not of the layout that this recommender knows", other);
        }
    }
}

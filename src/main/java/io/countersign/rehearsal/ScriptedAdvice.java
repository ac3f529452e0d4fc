package io.countersign.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.recommendation.Recommender;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Proposes every allowed action for everything that the incident names, so that what a rehearsal shows depends on policy and people alone. */
final class ScriptedAdvice implements Recommender {

    static final String NAME = "rehearsal";

    private final ObjectMapper json = new ObjectMapper();
    private volatile String agent = "rehearsal-1";
    private volatile double confidence = 0.9;

    void speakAs(String registered, double sure) {
        agent = registered;
        confidence = sure;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String agent() {
        return agent;
    }

    @Override
    public JsonNode recommend(JsonNode input) {
        ObjectNode output = json.createObjectNode();
        ArrayNode proposals = output.putArray("proposals");
        for (JsonNode action : input.path("allowedActions")) {
            for (JsonNode thing : input.path("observables")) {
                if (thing.path("kind").equals(action.path("targetKind"))) {
                    parameters(action, thing).ifPresent(parameters -> propose(action, thing, parameters, proposals));
                }
            }
        }
        return output;
    }

    /** From the inventory, as {@code group} or under a name that ends so, such as {@code privileged-group}; without them the action is not proposed. */
    private Optional<ObjectNode> parameters(JsonNode action, JsonNode thing) {
        ObjectNode parameters = json.createObjectNode();
        for (JsonNode parameter : action.path("parameters")) {
            JsonNode attributes = thing.at("/asset/attributes");
            StreamSupport.stream(((Iterable<String>) attributes::fieldNames).spliterator(), false)
                    .filter(name -> name.equals(parameter.asText()) || name.endsWith("-" + parameter.asText())).findFirst()
                    .ifPresent(name -> parameters.set(parameter.asText(), attributes.get(name)));
        }
        return parameters.size() == action.path("parameters").size() ? Optional.of(parameters) : Optional.empty();
    }

    private void propose(JsonNode action, JsonNode thing, ObjectNode parameters, ArrayNode proposals) {
        ObjectNode proposal = proposals.addObject().put("action", action.path("id").asText()).put("confidence", confidence);
        proposal.putObject("target").put("kind", action.path("targetKind").asText()).put("value", thing.path("value").asText());
        proposal.set("parameters", parameters);
        proposal.putArray("reasons").add("The script of the rehearsal says so");
        proposal.putArray("against");
        proposal.put("ifNothing", "Nothing: this is a rehearsal");
    }
}

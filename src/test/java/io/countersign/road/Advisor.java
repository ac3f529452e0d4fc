package io.countersign.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.recommendation.Recommender;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Proposes every allowed action for everything that the incident names, surely; so what a test sees depends on policy and people alone. */
@Component
class Advisor implements Recommender {

    private static final Map<String, String> ATTRIBUTES = Map.of("group", "privileged-group");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String agent() {
        return "road-1";
    }

    @Override
    public JsonNode recommend(JsonNode input) {
        ObjectNode output = json.createObjectNode();
        ArrayNode proposals = output.putArray("proposals");
        for (JsonNode action : input.path("allowedActions")) {
            for (JsonNode thing : input.path("observables")) {
                boolean ours = thing.path("internal").asBoolean() && thing.path("kind").asText().equals("ADDRESS");
                if (thing.path("kind").equals(action.path("targetKind")) && !ours) {
                    propose(action, thing, proposals);
                }
            }
        }
        return output;
    }

    private void propose(JsonNode action, JsonNode thing, ArrayNode proposals) {
        ObjectNode parameters = json.createObjectNode();
        for (JsonNode parameter : action.path("parameters")) {
            JsonNode value = thing.at("/asset/attributes/" + ATTRIBUTES.getOrDefault(parameter.asText(), parameter.asText()));
            if (value.isMissingNode()) {
                return;
            }
            parameters.set(parameter.asText(), value);
        }
        ObjectNode proposal = proposals.addObject().put("action", action.path("id").asText()).put("confidence", 0.9);
        proposal.putObject("target").put("kind", action.path("targetKind").asText()).put("value", thing.path("value").asText());
        proposal.set("parameters", parameters);
        proposal.putArray("reasons").add("The script of the test says so");
        proposal.putArray("against");
        proposal.put("ifNothing", "The test fails");
    }
}

package io.countersign.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionType;
import io.countersign.action.Catalogues;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What every recommender must keep to, whatever thinks inside it. */
public abstract class RecommenderContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    protected abstract Recommender recommender();

    @Test
    void itHasANameAVersionAndAnAgentForTheRecord() {
        assertThat(List.of(recommender().name(), recommender().version(), recommender().agent())).noneMatch(String::isBlank);
    }

    @Test
    void itsAnswerFitsTheSchema() throws IOException {
        assertThat(new OutputSchema().problems(recommender().recommend(aRichCase()))).isEmpty();
    }

    @Test
    void itProposesOnlyForWhatTheIncidentHasAndOnlyWhatIsAllowed() {
        JsonNode input = aRichCase();
        Set<String> things = new HashSet<>();
        input.path("observables").forEach(thing -> things.add(thing.path("kind").asText() + " " + thing.path("value").asText()));
        Set<String> allowed = new HashSet<>(input.path("allowedActions").findValuesAsText("id"));
        assertThat(proposals(recommender().recommend(input))).isNotEmpty().allSatisfy(proposal -> {
            assertThat(things).contains(proposal.at("/target/kind").asText() + " " + proposal.at("/target/value").asText());
            assertThat(allowed).contains(proposal.path("action").asText());
        });
    }

    @Test
    void anEmptyCaseGetsNoProposal() {
        assertThat(proposals(recommender().recommend(aCase("MEDIUM", List.of(), List.of(), List.of())))).isEmpty();
    }

    @Test
    void itLeavesItsInputAlone() {
        JsonNode input = aRichCase();
        JsonNode before = input.deepCopy();
        recommender().recommend(input);
        assertThat(input).isEqualTo(before);
    }

    /** A case with one thing of each sort that is acted on, and everything allowed. */
    public static JsonNode aRichCase() {
        return aCase("HIGH", List.of("T1071.001", "T1078"), List.of(anAlert("edr", "C2 beacon"), anAlert("ids", "Beacon")),
                List.of(aThing("HOST", "ws-17", true, Map.of()), aThing("ACCOUNT", "corp\\j.doe", true, Map.of("privileged-group", "Domain Admins")),
                        aThing("ADDRESS", "203.0.113.7", false, null), aThing("ADDRESS", "10.0.0.7", true, null),
                        aThing("DOMAIN", "evil.example", false, null), aThing("FILE_HASH", "a".repeat(64), false, null)));
    }

    public static JsonNode aCase(String severity, List<String> techniques, List<? extends Record> alerts, List<? extends Record> things) {
        List<RecommenderInput.Action> allowed = Catalogues.shipped().all().stream().map(RecommenderContractTest::action).toList();
        return JSON.valueToTree(Map.of("countersign", 1, "alerts", alerts, "observables", things, "allowedActions", allowed,
                "incident", new RecommenderInput.Incident("INC-31", severity, "PRODUCTION", techniques, alerts.size())));
    }

    public static Record anAlert(String source, String title) {
        return new RecommenderInput.Alert(source, title, "A description", "HIGH", List.of(), "2026-11-24T12:00:00Z");
    }

    /** @param attributes null where the inventory does not have the thing */
    public static Record aThing(String kind, String value, boolean internal, Map<String, String> attributes) {
        return new RecommenderInput.Thing(kind, value, internal,
                attributes == null ? null : new RecommenderInput.Inventory("MEDIUM", "PRODUCTION", attributes.containsKey("shared"), attributes));
    }

    public static Stream<JsonNode> stream(JsonNode output) {
        return StreamSupport.stream(output.path("proposals").spliterator(), false);
    }

    private static List<JsonNode> proposals(JsonNode output) {
        return stream(output).toList();
    }

    private static RecommenderInput.Action action(ActionType type) {
        return new RecommenderInput.Action(type.id(), type.name(), type.targetKind().name(), type.parameters());
    }
}

package io.countersign.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.action.RiskTier;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(RecommendationModule.class)
class CheckedRecommendationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"proposals":[
              {"action":"block-address","target":{"kind":"ADDRESS","value":"203.0.113.7"},"parameters":{},"confidence":0.7,
               "reasons":["It beacons."],"against":[],"ifNothing":"It goes on."},
              {"action":"remove-from-group","target":{"kind":"ACCOUNT","value":"corp\\\\j.doe"},"parameters":{"group":"Domain Admins"},"confidence":0.9,
               "reasons":["Stolen."],"against":["She is on call."],"ifNothing":"It goes on."}]}""";

    @Autowired
    private Recommendations recommendations;
    @Autowired
    private EvidenceTrail trail;
    @Autowired
    private RecommendationModule.Puppet puppet;
    @Autowired
    private RecommendationModule.OneIncident incidents;
    @Autowired
    private RecommendationModule.OneAgent agents;
    @Autowired
    private PlatformTransactionManager transactions;

    private PlaybookRunId run;

    @BeforeEach
    void aNewRun() {
        run = new PlaybookRunId(UUID.randomUUID().toString());
        agents.agent = agent(AgentStatus.ACTIVE);
        puppet.answer = input -> json(GOOD);
    }

    @Test
    void adviceThatFitsIsKeptBestFirstWithItsInputsAndEvidence() {
        Recommendation made = recommend();
        assertThat(made.proposals()).extracting(Proposal::actionType).containsExactly("remove-from-group", "block-address");
        assertThat(made.proposals().get(0)).isEqualTo(new Proposal("remove-from-group", new Target(TargetKind.ACCOUNT, "corp\\j.doe"),
                Map.of("group", "Domain Admins"), 0.9, List.of("Stolen."), List.of("She is on call."), "It goes on."));
        assertThat(recommendations.latest(run)).contains(made);
        assertThat(stored("inputs_digest")).isEqualTo(made.inputsDigest());
        assertThat(stored("inputs ->> 'countersign'")).isEqualTo("1");
        EvidenceRow row = evidence();
        assertThat(row.kind()).isEqualTo(EvidenceKind.RECOMMENDATION_MADE);
        assertThat(row.actor()).isEqualTo(Actor.agent("triage-test", "olga"));
        assertThat(row.facts()).containsEntry("recommender", "puppet").containsEntry("version", "7").containsEntry("inputsDigest", made.inputsDigest());
    }

    @Test
    void theInputNamesTheCaseTheInventoryAndWhatMayBeProposed() {
        List<JsonNode> inputs = new ArrayList<>();
        puppet.answer = input -> {
            inputs.add(input);
            return json(GOOD);
        };
        recommend();
        JsonNode input = inputs.get(0);
        assertThat(input.at("/incident/severity").asText()).isEqualTo("HIGH");
        assertThat(input.at("/alerts/0/title").asText()).isEqualTo("Beacon");
        assertThat(input.path("observables").findValuesAsText("value")).contains("203.0.113.7", "corp\\j.doe");
        assertThat(input.path("observables").findValuesAsText("privileged-group")).containsExactly("Domain Admins");
        assertThat(input.path("allowedActions").findValuesAsText("id")).containsExactlyInAnyOrder("block-address", "remove-from-group", "disable-account");
    }

    @TestFactory
    List<DynamicTest> anAnswerThatStraysIsRefusedWholeAndRecorded() {
        Map<String, Function<JsonNode, JsonNode>> hostile = Map.ofEntries(
                Map.entry("an extra field", input -> changed(GOOD, p -> p.put("execute", true))),
                Map.entry("an extra field at the top", input -> ((ObjectNode) json(GOOD)).put("note", "trust me")),
                Map.entry("an unknown action", input -> changed(GOOD, p -> p.put("action", "format-disk"))),
                Map.entry("an action that the agent may not ask for", input -> changed(GOOD, p -> p.put("action", "block-domain"))),
                Map.entry("a target that the incident does not have", input -> target("ADDRESS", "198.51.100.1")),
                Map.entry("a target of another kind", input -> target("HOST", "203.0.113.7")),
                Map.entry("a target with a line break", input -> target("ADDRESS", "203.0.113.7\n")),
                Map.entry("a group that is not in the inventory", input -> json(GOOD.replace("Domain Admins", "Everyone"))),
                Map.entry("no group", input -> json(GOOD.replace("{\"group\":\"Domain Admins\"}", "{}"))),
                Map.entry("a parameter too many", input -> changed(GOOD, p -> p.putObject("parameters").put("group", "Domain Admins"))),
                Map.entry("a confidence that is no number", input -> changed(GOOD, p -> p.put("confidence", Double.NaN))),
                Map.entry("an infinite confidence", input -> changed(GOOD, p -> p.put("confidence", Double.POSITIVE_INFINITY))),
                Map.entry("a confidence above one", input -> changed(GOOD, p -> p.put("confidence", 1.01))),
                Map.entry("a huge number", input -> changed(GOOD, p -> p.put("confidence", new java.math.BigDecimal("1e99999")))),
                Map.entry("no reason", input -> changed(GOOD, p -> p.putArray("reasons"))),
                Map.entry("ten megabytes", input -> changed(GOOD, p -> p.put("ifNothing", "x".repeat(10_000_000)))),
                Map.entry("a hundred proposals", input -> hundred()),
                Map.entry("NUL and half characters", input -> changed(GOOD, p -> p.put("ifNothing", "a\0b\ud800").put("x\0\ud800", 1))),
                Map.entry("no object", input -> JSON.createArrayNode()),
                Map.entry("nothing", input -> null),
                Map.entry("an exception", input -> {
                    throw new IllegalStateException("out of luck");
                }),
                Map.entry("an error", input -> {
                    throw new StackOverflowError();
                }),
                Map.entry("endless thought", input -> {
                    sleepForEver();
                    return json(GOOD);
                }));
        return hostile.entrySet().stream().map(answer -> DynamicTest.dynamicTest(answer.getKey(), () -> isRefused(answer.getValue()))).toList();
    }

    private void isRefused(Function<JsonNode, JsonNode> answer) {
        aNewRun();
        puppet.answer = answer;
        assertThat(recommend().proposals()).isEmpty();
        assertThat(recommendations.latest(run).orElseThrow().proposals()).isEmpty();
        assertThat(stored("status")).isEqualTo("REFUSED");
        assertThat(evidence().kind()).isEqualTo(EvidenceKind.RECOMMENDATION_REFUSED);
        assertThat((List<?>) evidence().facts().get("problems")).isNotEmpty();
    }

    @Test
    void anAgentThatMayNotActIsNotEvenAsked() {
        for (Agent agent : java.util.Arrays.asList(null, agent(AgentStatus.SUSPENDED), agent(AgentStatus.REGISTERED))) {
            aNewRun();
            agents.agent = agent;
            puppet.answer = input -> {
                throw new AssertionError("asked");
            };
            assertThat(recommend().proposals()).isEmpty();
            assertThat(evidence().facts().get("problems")).asString().contains("not asked");
        }
    }

    @Test
    void aRecommenderIsNeverAskedWhileATransactionIsOpen() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> recommend()))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
        assertThat(recommendations.latest(run)).isEmpty();
    }

    @Test
    void theCallbackRunsInTheTransactionThatKeepsTheAdvice() {
        assertThatThrownBy(() -> recommendations.recommend(incidents.id(), run, made -> {
            assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
            throw new IllegalStateException("the task was gone");
        })).hasMessage("the task was gone");
        assertThat(recommendations.latest(run)).isEmpty();
        assertThat(trail.ofPlaybookRun(run)).isEmpty();
    }

    @Test
    void theLatestAdviceOfARunCounts() {
        recommend();
        puppet.answer = input -> json("{\"proposals\":[]}");
        Recommendation second = recommend();
        assertThat(recommendations.latest(run)).contains(second);
    }

    @Test
    void keptAdviceCannotBeChangedNotEvenByTheOwnerOfTheSchema() {
        recommend();
        JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());
        for (String change : List.of("update recommendation set output = ''", "delete from proposal", "update proposal set confidence = 1")) {
            assertThatThrownBy(() -> owner.sql(change).update()).isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void aRecommenderThatNobodyHasStopsTheStart() {
        RecommendationSettings wrong = new RecommendationSettings("oracle", Duration.ofSeconds(1), 1);
        assertThatThrownBy(() -> new RecommenderCall(List.of(puppet), wrong)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("countersign.recommendation.recommender").hasMessageContaining("oracle").hasMessageContaining("puppet");
    }

    private Recommendation recommend() {
        List<Recommendation> made = new ArrayList<>();
        recommendations.recommend(incidents.id(), run, made::add);
        return made.get(0);
    }

    private EvidenceRow evidence() {
        return trail.ofPlaybookRun(run).get(0);
    }

    private String stored(String column) {
        return TestDatabase.jdbcClient().sql("select " + column + " from recommendation where playbook_run = ?").param(run.value())
                .query(String.class).single();
    }

    private static Agent agent(AgentStatus status) {
        return new Agent("triage-test", "Triage", "Advises", "olga", "soc", Set.of("block-address", "remove-from-group", "disable-account"),
                RiskTier.DUAL, status, null, java.time.Instant.MAX);
    }

    private static JsonNode changed(String good, java.util.function.Consumer<ObjectNode> change) {
        JsonNode output = json(good);
        change.accept((ObjectNode) output.at("/proposals/0"));
        return output;
    }

    private static JsonNode target(String kind, String value) {
        return changed(GOOD, proposal -> proposal.putObject("target").put("kind", kind).put("value", value));
    }

    private static JsonNode hundred() {
        ObjectNode output = (ObjectNode) json(GOOD);
        JsonNode first = output.at("/proposals/0");
        for (int i = 0; i < 98; i++) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) output.path("proposals")).add(first);
        }
        return output;
    }

    private static void sleepForEver() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException leftBehind) {
            Thread.currentThread().interrupt();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}

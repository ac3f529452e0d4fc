package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionRunState;
import io.countersign.testing.CountersignTest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of every playbook, on the real engine, database and sandbox; the last test proves from the history that none was forgotten. */
@CountersignTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlaybookPathsTest {

    private static final Map<Treatment, Ending> PATHS = new EnumMap<>(Map.ofEntries(
            Map.entry(Treatment.ALLOWED, Ending.LEASE_ENDS), Map.entry(Treatment.APPROVED, Ending.RELEASED), Map.entry(Treatment.APPROVED_IF_SAFE, Ending.ROLLED_BACK), Map.entry(Treatment.REFUSED, Ending.NOTHING_CONTAINED),
            Map.entry(Treatment.EXPIRED, Ending.NOTHING_CONTAINED), Map.entry(Treatment.COUNTERSIGNED, Ending.KEPT),
            Map.entry(Treatment.SECOND_REFUSED, Ending.NOTHING_CONTAINED), Map.entry(Treatment.SECOND_EXPIRED, Ending.NOTHING_CONTAINED),
            Map.entry(Treatment.BY_HAND, Ending.NOTHING_CONTAINED), Map.entry(Treatment.DENIED, Ending.NOTHING_CONTAINED), Map.entry(Treatment.STALE, Ending.ROLLED_BACK),
            Map.entry(Treatment.NOT_APPLIED_THEN_RETRIED, Ending.RELEASED_WITH_DRIFT), Map.entry(Treatment.UNKNOWN_THEN_RETRIED, Ending.ROLLED_BACK),
            Map.entry(Treatment.UNKNOWN_AND_LEFT, Ending.RELEASED), Map.entry(Treatment.ANSWER_LOST, Ending.ROLLED_BACK_WITH_DRIFT),
            Map.entry(Treatment.NOT_TRIED_AND_LEFT, Ending.NOTHING_CONTAINED), Map.entry(Treatment.WITHOUT_AUTHORITY_AND_LEFT, Ending.NOTHING_CONTAINED)));

    /** With what is given up below, these pass every element and flow. */
    private static final Set<Treatment> ENOUGH = EnumSet.of(Treatment.ALLOWED, Treatment.APPROVED_IF_SAFE, Treatment.REFUSED, Treatment.EXPIRED, Treatment.COUNTERSIGNED,
            Treatment.SECOND_REFUSED, Treatment.SECOND_EXPIRED, Treatment.BY_HAND, Treatment.DENIED, Treatment.STALE, Treatment.NOT_APPLIED_THEN_RETRIED,
            Treatment.ANSWER_LOST, Treatment.NOT_TRIED_AND_LEFT);

    private final Map<Script, List<String>> runs = new EnumMap<>(Script.class);

    @Autowired
    Play play;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void everythingAsItWas() {
        play.stage.ceiling(RiskTier.DUAL);
        play.stage.activateAgent();
    }

    static Stream<Arguments> paths() {
        return PATHS.keySet().stream().flatMap(treatment -> Stream.of(Script.values()).filter(script -> Script.THOROUGH.contains(script) || ENOUGH.contains(treatment))
                .map(script -> Arguments.of(script, treatment, PATHS.get(treatment))));
    }

    static Stream<Arguments> actions() {
        return Stream.of(Script.values()).flatMap(script -> script.actions.stream().map(action -> Arguments.of(script, action)));
    }

    @Order(1)
    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("paths")
    void aTierAndItsOutcomeLeadWhereTheyShould(Script script, Treatment treatment, Ending ending) {
        Walk walk = begin(script, treatment.tier);
        script.actions.forEach(action -> treatment.of(walk, action));
        ending.of(walk);
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("actions")
    void givingUpAfterAnActionTakesBackAllBeforeIt(Script script, String given) {
        Walk walk = begin(script, RiskTier.APPROVE);
        approveUpTo(walk, given);
        Treatment.tried(walk, given, Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(Training.On.ACT), ActionRunState.UNKNOWN);
        walk.comesBack("on-failure", () -> walk.resolve(given, "ROLL_BACK"), "Rolled back and observed");
    }

    @Order(3)
    @ParameterizedTest
    @EnumSource
    void givingUpWithSomethingChangedByAStrangerAsksAPerson(Script script) {
        Walk walk = begin(script, RiskTier.APPROVE);
        approveUpTo(walk, script.last());
        Treatment.tried(walk, script.last(), Training.of(Fault.ANSWER_LOST_BEFORE_EFFECT).on(Training.On.ACT), ActionRunState.UNKNOWN);
        Ending.drift(walk);
        walk.resolve(script.last(), "ROLL_BACK");
        play.road.standsAt(walk.run(), "review-on-failure");
        play.road.action(walk.run(), script.firstUndone(), ActionRunState.DRIFTED);
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
    }

    @Order(4)
    @ParameterizedTest
    @EnumSource
    void noElementAndNoFlowOfAPlaybookWasForgotten(Script script) {
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(script.key).latestVersion().singleResult().getId();
        assertThat(new PassedElements(repository.getBpmnModelInstance(definition), history, runs.get(script)).missing()).isEmpty();
    }

    private Walk begin(Script script, RiskTier tier) {
        Walk walk = play.begin(script, tier);
        runs.computeIfAbsent(script, key -> new ArrayList<>()).add(walk.run().value());
        return walk;
    }

    private static void approveUpTo(Walk walk, String action) {
        List<String> actions = walk.scene().script().actions;
        actions.subList(0, actions.indexOf(action)).forEach(before -> Treatment.APPROVED_IF_SAFE.of(walk, before));
    }
}

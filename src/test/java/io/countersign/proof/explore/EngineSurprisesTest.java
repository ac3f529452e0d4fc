package io.countersign.proof.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.proof.Draft;
import io.countersign.proof.Vocabulary;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Surprises of the engine that the game did not know before it was compared with it, each in a process of its own. */
class EngineSurprisesTest {

    private static final int WALKS = 12;
    private static RealEngine real;

    private final Draft draft = new Draft("small");

    @BeforeAll
    static void start() {
        real = new RealEngine();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @Test
    void aThrowForEverythingAlsoTakesBackWhatIsInASubprocessWithAHandlerOfItsOwn() {
        begin();
        draft.in = draft.find(then("start", draft.add("subProcess", "inside"))).orElseThrow();
        then(act(draft.add("startEvent", "begin"), "act"), draft.add("endEvent", "done"));
        draft.in = null;
        draft.add("boundaryEvent", "compensate-inside", "attachedToRef=\"inside\"", "<bpmn:compensateEventDefinition />");
        draft.add("userTask", "undo-inside", "isForCompensation=\"true\"", "");
        draft.handler("compensate-inside", "undo-inside");
        then("inside", draft.add("endEvent", "end", "", "<bpmn:compensateEventDefinition />"));
        compare();
    }

    @Test
    void whatIsDoneAndStoredBeforeItLeavesCanBeTakenBackFromThere() {
        begin();
        then(act("start", "act"), draft.add("endEvent", "end"));
        draft.find("act").orElseThrow().attributes += " camunda:asyncBefore=\"true\" camunda:asyncAfter=\"true\"";
        onRequest("<bpmn:compensateEventDefinition activityRef=\"act\" />");
        compare();
    }

    @Test
    void aTerminateEndKeepsWhatItsSubprocessCanTakeBack() {
        begin();
        draft.in = draft.find(then("start", draft.add("subProcess", "inside"))).orElseThrow();
        then(act(draft.add("startEvent", "begin"), "act"), draft.add("endEvent", "done", "", "<bpmn:terminateEventDefinition />"));
        draft.in = null;
        then("inside", draft.add("endEvent", "end", "", "<bpmn:compensateEventDefinition />"));
        compare();
    }

    @Test
    void anInclusiveJoinDoesNotWaitForAThrowWhoseHandlersRun() {
        begin();
        String fork = then(act("start", "act"), draft.add("parallelGateway", "fork"));
        String join = draft.add("inclusiveGateway", "join");
        then(then(fork, draft.add("intermediateThrowEvent", "back", "", "<bpmn:compensateEventDefinition />")), join);
        then(then(fork, draft.add("userTask", "look")), join);
        then(join, draft.add("endEvent", "end"));
        compare();
    }

    @Test
    void eachThrowWaitsForItsOwnHandlersOnly() {
        begin();
        String fork = then(act(act("start", "act"), "other"), draft.add("parallelGateway", "fork"));
        for (String action : new String[] {"act", "other"}) {
            String back = then(fork, draft.add("intermediateThrowEvent", "back-" + action, "", "<bpmn:compensateEventDefinition activityRef=\"" + action + "\" />"));
            then(then(back, draft.add("userTask", "look-" + action)), draft.add("endEvent", "end-" + action));
        }
        compare();
    }

    @Test
    void anErrorInOneEventSubprocessIsCaughtByAnotherOfTheSameScope() {
        begin();
        then(then("start", draft.add("userTask", "look")), draft.add("endEvent", "end"));
        event("on-request", SmallPlaybook.message(Vocabulary.MESSAGE_ROLLBACK));
        then("start-on-request", draft.add("endEvent", "fails", "", "<bpmn:errorEventDefinition errorRef=\"failed\" />"));
        event("on-failure", "<bpmn:errorEventDefinition errorRef=\"failed\" />");
        then(then("start-on-failure", draft.add("userTask", "review")), draft.add("endEvent", "end-on-failure"));
        compare();
    }

    @Test
    void aSequenceOfInstancesBeginsItsSubprocessAgain() {
        begin();
        draft.in = draft.find(then("start", draft.add("subProcess", "inside", "", ArbitraryActivity.repeated(true)))).orElseThrow();
        then(then(draft.add("startEvent", "begin"), draft.add("userTask", "look")), draft.add("endEvent", "done"));
        draft.in = null;
        then("inside", draft.add("endEvent", "end"));
        compare();
    }

    private void begin() {
        draft.head("<bpmn:message id=\"" + Vocabulary.MESSAGE_ROLLBACK + "-message\" name=\"" + Vocabulary.MESSAGE_ROLLBACK + "\" />");
        draft.head("<bpmn:error id=\"failed\" errorCode=\"failed\" />");
        draft.add("startEvent", "start");
    }

    private String act(String from, String action) {
        then(from, draft.add("serviceTask", action, SmallPlaybook.external(Vocabulary.TOPIC_CONTAINMENT), SmallAction.property(Vocabulary.ACTION, "isolate-host")));
        draft.add("boundaryEvent", "compensate-" + action, "attachedToRef=\"" + action + "\"", "<bpmn:compensateEventDefinition />");
        draft.add("serviceTask", "undo-" + action, "isForCompensation=\"true\" " + SmallPlaybook.external(Vocabulary.TOPIC_UNDO), SmallAction.property(Vocabulary.UNDOES, action));
        draft.handler("compensate-" + action, "undo-" + action);
        return action;
    }

    private void onRequest(String thrown) {
        event("on-request", SmallPlaybook.message(Vocabulary.MESSAGE_ROLLBACK));
        draft.in = draft.find("on-request").orElseThrow();
        then(then("start-on-request", draft.add("intermediateThrowEvent", "back", "", thrown)), draft.add("endEvent", "end-on-request"));
        draft.in = null;
    }

    private void event(String id, String definition) {
        draft.in = null;
        draft.add("subProcess", id, "triggeredByEvent=\"true\"", "");
        draft.in = draft.find(id).orElseThrow();
        draft.add("startEvent", "start-" + id, "", definition);
    }

    private String then(String from, String to) {
        draft.flow(from, to);
        return to;
    }

    private void compare() {
        Differential differential = new Differential(real);
        differential.compare("surprise", Map.of("small.bpmn", draft.xml()), "small", WALKS, new Random(7));
        assertThat(differential.differences).isEmpty();
        assertThat(differential.count("walks to the end")).as(differential.counts.toString()).isGreaterThan(WALKS / 2);
    }
}

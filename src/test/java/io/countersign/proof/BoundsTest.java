package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Catalogues;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not followed to the end is refused by name; just below the bound it is followed. */
class BoundsTest {

    private static final AuthorityProof PROOF = new AuthorityProof(Catalogues.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"inclusiveGateway", "userTask"})
    void moreThanSixConditionalFlowsThatMayHoldTogetherAreRefused(String type) {
        assertThat(bounds(conditional(type, 6))).isEmpty();
        assertThat(bounds(conditional(type, 7))).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("fork");
            assertThat(finding.message()).contains("More ways leave here than are followed");
        });
    }

    @Test
    void ofManyFlowsOutOfAnExclusiveGatewayOneIsTaken() {
        assertThat(bounds(conditional("exclusiveGateway", 9))).isEmpty();
    }

    @Test
    void moreThanFourBoundaryEventsOnOneElementAreRefused() {
        assertThat(bounds(boundaries(4))).isEmpty();
        assertThat(bounds(boundaries(5))).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("ask");
            assertThat(finding.message()).contains("More ways leave here than are followed");
        });
    }

    /** Eight actions that one throw takes back have 56 pairs, nine have 72. */
    @Test
    void moreThanSixtyFourPairsOfActionsAreRefused() {
        assertThat(bounds(takenBackAtOnce(8))).isEmpty();
        assertThat(bounds(takenBackAtOnce(9))).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("bounds");
            assertThat(finding.message()).contains("given up before everything was seen");
        });
    }

    private static List<Finding> bounds(Draft draft) {
        Proof proof = PROOF.prove(PlaybookFiles.of(Map.of("bounds.bpmn", draft.xml())), "bounds.bpmn");
        assertThat(proof.findings()).noneMatch(finding -> finding.rule() == Rule.READ);
        return proof.findings().stream().filter(finding -> finding.rule() == Rule.BOUND).toList();
    }

    private static Draft conditional(String type, int flows) {
        Draft draft = new Draft("bounds");
        draft.flow(draft.add("startEvent", "start"), draft.add(type, "fork"));
        IntStream.range(0, flows).forEach(i -> draft.flow("fork", draft.add("endEvent", "end-" + i), "${whatever}"));
        return draft;
    }

    private static Draft boundaries(int events) {
        Draft draft = new Draft("bounds");
        draft.flow(draft.add("startEvent", "start"), draft.add("userTask", "ask"));
        draft.flow("ask", draft.add("endEvent", "end"));
        String timer = "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
        IntStream.range(0, events).forEach(i -> {
            draft.add("boundaryEvent", "timer-" + i, "attachedToRef=\"ask\" cancelActivity=\"false\"", timer);
            draft.flow("timer-" + i, draft.add("endEvent", "late-" + i));
        });
        return draft;
    }

    private static Draft takenBackAtOnce(int actions) {
        Draft draft = new Draft("bounds");
        List<String> ids = IntStream.range(0, actions).mapToObj(i -> "act-" + (char) ('a' + i)).toList();
        draft.add("startEvent", "start");
        ids.forEach(id -> act(draft, id));
        draft.add("intermediateThrowEvent", "take-back", "", "<bpmn:compensateEventDefinition />");
        draft.add("endEvent", "end");
        List<String> row = Stream.of(List.of("start"), ids, List.of("take-back", "end")).flatMap(List::stream).toList();
        IntStream.range(1, row.size()).forEach(i -> draft.flow(row.get(i - 1), row.get(i)));
        return draft;
    }

    private static void act(Draft draft, String id) {
        draft.add("serviceTask", id, external(Vocabulary.TOPIC_CONTAINMENT), property(Vocabulary.ACTION, "isolate-host"));
        draft.add("boundaryEvent", "compensate-" + id, "attachedToRef=\"" + id + "\"", "<bpmn:compensateEventDefinition />");
        draft.add("serviceTask", "undo-" + id, "isForCompensation=\"true\" " + external(Vocabulary.TOPIC_UNDO), property(Vocabulary.UNDOES, id));
        draft.handler("compensate-" + id, "undo-" + id);
    }

    private static String external(String topic) {
        return "camunda:type=\"external\" camunda:topic=\"" + topic + "\"";
    }

    private static String property(String name, String value) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"" + name + "\" value=\"" + value + "\" /></camunda:properties></bpmn:extensionElements>";
    }
}

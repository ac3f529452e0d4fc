package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other tests of the proof generate is a playbook, of the size that they asked for. */
class GeneratedPlaybookTest {

    static Stream<GeneratedPlaybook> playbooks() {
        GeneratedPlaybook.Part action = GeneratedPlaybook.action(0);
        return Stream.of(GeneratedPlaybook.sequence(0), GeneratedPlaybook.sequence(1), GeneratedPlaybook.sequence(40), GeneratedPlaybook.parallel(17, 0),
                GeneratedPlaybook.parallel(3, 2), GeneratedPlaybook.sequence(2).afterLooks(5),
                new GeneratedPlaybook(List.of(new GeneratedPlaybook.Advice(), new GeneratedPlaybook.Parallel(List.of(List.of(), List.of(action, action))), action)));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void itIsValidBpmn(GeneratedPlaybook playbook) {
        BpmnModelInstance model = playbook.model();
        Bpmn.validateModel(model);
        assertThat(model.getModelElementsByType(FlowElement.class)).extracting(FlowElement::getId).doesNotHaveDuplicates();
    }

    @Test
    void everyActionIsTakenBackThreeTimes() {
        assertThat(GeneratedPlaybook.sequence(30).model().getModelElementsByType(IntermediateThrowEvent.class)).hasSize(90);
    }

    @Test
    void twentyActionsHaveTwoHundredActivities() {
        assertThat(GeneratedPlaybook.sequence(20).model().getModelElementsByType(Activity.class)).hasSizeBetween(200, 260);
    }

    /** So a generated playbook of the shipped size is the shipped playbook. */
    @Test
    void theSameActionsGiveTheSameElements() {
        BpmnModelInstance shipped = Bpmn.readModelFromFile(new java.io.File("bpmn/block-malicious-address.bpmn"));
        BpmnModelInstance generated = new GeneratedPlaybook(List.of(new GeneratedPlaybook.Action("block-address"))).model();
        assertThat(ids(generated)).containsExactlyInAnyOrderElementsOf(ids(shipped));
    }

    @Test
    void itComesWithTheShippedDecisionsAndForms() {
        assertThat(GeneratedPlaybook.withShippedDecisionsAndForms(Map.of()).byName().keySet()).contains("risk-tier.dmn", "approve-containment.form");
    }

    private static List<String> ids(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowElement.class).stream().map(FlowElement::getId).toList();
    }
}

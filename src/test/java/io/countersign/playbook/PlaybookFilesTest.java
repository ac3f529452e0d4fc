package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CompensateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every playbook must be, read from the file as a designer saves it. */
class PlaybookFilesTest {

    private static final Set<String> ELEMENTS = Set.of("startEvent", "endEvent", "serviceTask", "userTask", "businessRuleTask", "exclusiveGateway",
            "eventBasedGateway", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent", "sequenceFlow", "subProcess");
    private static final Set<String> DELEGATES = Set.of("${escalateApproval}", "${expireApproval}", "${verifyRollback}");
    private static final Set<String> FORMS = Set.of("approve-containment", "carry-out-by-hand", "decide-outcome", "review-rollback");

    static Stream<PlaybookFile> playbooks() {
        return PlaybookFile.all().stream();
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void theProcessSaysWhoOwnsItAndKeepsItsHistory(PlaybookFile playbook) {
        assertThat(playbook.process().getId()).isEqualTo(playbook.key());
        assertThat(playbook.process().isExecutable()).isTrue();
        assertThat(playbook.process().getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
        assertThat(playbook.process().getCamundaVersionTag()).isNotBlank();
        assertThat(playbook.property(playbook.process(), "countersign.owner")).isIn("soc", "edr", "identity", "network", "it-operations");
        assertThat(playbook.messages()).extracting(Message::getName).containsExactlyInAnyOrder("release-containment", "keep-containment", "rollback-requested");
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyElementHasAKebabCaseIdAHumanNameAndSaysWhatWhoAndWhy(PlaybookFile playbook) {
        assertThat(PlaybookFile.documentation(playbook.process())).contains("What: ", "Who: ", "Why: ");
        assertThat(playbook.nodes()).allSatisfy(node -> {
            assertThat(node.getId()).matches("[a-z]+(-[a-z]+)*");
            assertThat(node.getName()).as(node.getId()).isNotBlank();
            assertThat(PlaybookFile.documentation(node)).as(node.getId()).contains("What: ", "Who: ", "Why: ");
        });
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void onlyElementsAndReferencesOfTheClosedVocabularyAreUsed(PlaybookFile playbook) {
        assertThat(playbook.all(FlowElement.class)).extracting(element -> element.getElementType().getTypeName()).isSubsetOf(ELEMENTS);
        assertThat(playbook.all(SubProcess.class)).allMatch(SubProcess::triggeredByEvent);
        assertThat(playbook.all(ServiceTask.class)).allSatisfy(task -> assertThat(isExternal(task) || DELEGATES.contains(task.getCamundaDelegateExpression()))
                .as(task.getId()).isTrue());
        assertThat(playbook.all(UserTask.class)).allSatisfy(task -> {
            assertThat(task.getCamundaFormRef()).isIn(FORMS);
            assertThat(task.getCamundaFormRefBinding()).isEqualTo("deployment");
            assertThat(task.getCamundaCandidateGroups()).isEqualTo("soc");
        });
        assertThat(playbook.text()).doesNotContainPattern("camunda:(class|expression|executionListener|taskListener|script|connector|inputOutput|formKey|assignee|resultVariable)")
                .doesNotContain("<bpmn:script", "terminateEventDefinition", "callActivity", "<bpmn:transaction");
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyExpressionIsOneOfTheContract(PlaybookFile playbook) {
        Set<String> allowed = new TreeSet<>(List.of("${inForce}", "${leaseUntil}", "${rollbackOutcome == 'RESTORED'}"));
        allowed.addAll(DELEGATES);
        playbook.actions().forEach(action -> {
            String v = PlaybookFile.variable(action.getId());
            Stream.of("%sTier == 'AUTONOMOUS'", "%1$sTier == 'APPROVE' || %1$sTier == 'DUAL'", "%sTier == 'HUMAN_ONLY'", "%sTier == 'DUAL'",
                    "%sDecision == 'APPROVED'", "%sOutcome == 'CONFIRMED'", "%sOutcome == 'STALE'", "%sNext == 'RETRY'", "%sNext == 'GO_ON'",
                    "%sEscalateAfter", "%sExpireAfter").forEach(text -> allowed.add("${" + text.formatted(v) + "}"));
        });
        assertThat(playbook.expressions()).isSubsetOf(allowed);
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyGatewayThatDecidesHasADefaultThatNeedsNoCondition(PlaybookFile playbook) {
        assertThat(playbook.all(ExclusiveGateway.class)).filteredOn(gateway -> gateway.getOutgoing().size() > 1).isNotEmpty().allSatisfy(gateway -> {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing()).filteredOn(flow -> flow.getConditionExpression() == null).containsExactly(gateway.getDefault());
            assertThat(gateway.getOutgoing()).extracting(SequenceFlow::getName).doesNotContainNull();
        });
        assertThat(playbook.all(ConditionExpression.class)).allMatch(condition -> ((SequenceFlow) condition.getParentElement()).getSource() instanceof ExclusiveGateway);
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyActionIsAssessedApprovedResolvedAndUndone(PlaybookFile playbook) {
        assertThat(playbook.actions()).isNotEmpty().allSatisfy(action -> {
            String id = action.getId();
            assertThat(playbook.property(action, "countersign.action")).isEqualTo(id);
            assertThat(playbook.withProperty(BusinessRuleTask.class, "countersign.assesses", id)).singleElement()
                    .satisfies(task -> assertThat(task.getCamundaDecisionRef()).isEqualTo("risk-tier"))
                    .satisfies(task -> assertThat(task.getCamundaDecisionRefBinding()).isEqualTo("deployment"));
            assertThat(playbook.withProperty(UserTask.class, "countersign.approves", id)).hasSize(2)
                    .extracting(task -> String.valueOf(playbook.property(task, "countersign.level"))).containsExactly("null", "2");
            assertThat(playbook.withProperty(UserTask.class, "countersign.byHand", id)).hasSize(1);
            assertThat(playbook.withProperty(UserTask.class, "countersign.resolves", id)).hasSize(1);
            assertThat(playbook.handlerOf(action)).satisfies(undo -> assertThat(playbook.property(undo, "countersign.undoes")).isEqualTo(id))
                    .satisfies(undo -> assertThat(undo.getCamundaTopic()).isEqualTo("containment-undo"));
        });
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void anApprovalIsWithdrawnByItsSecondTimerOnly(PlaybookFile playbook) {
        assertThat(playbook.all(UserTask.class)).filteredOn(task -> playbook.property(task, "countersign.approves") != null).allSatisfy(task ->
                assertThat(playbook.all(BoundaryEvent.class)).filteredOn(event -> event.getAttachedTo().equals(task))
                        .extracting(event -> event.cancelActivity() + " " + ((ServiceTask) event.getSucceedingNodes().singleResult()).getCamundaDelegateExpression())
                        .containsExactlyInAnyOrder("false ${escalateApproval}", "true ${expireApproval}"));
    }

    @ParameterizedTest
    @MethodSource("playbooks")
    void everyRollBackTakesTheActionsBackInStrictReverse(PlaybookFile playbook) {
        List<String> reverse = new ArrayList<>(playbook.actions().stream().map(Activity::getId).toList());
        Collections.reverse(reverse);
        List<IntermediateThrowEvent> firsts = playbook.all(IntermediateThrowEvent.class).stream()
                .filter(event -> event.getPreviousNodes().list().stream().noneMatch(IntermediateThrowEvent.class::isInstance)).toList();
        assertThat(firsts).hasSize(3).allSatisfy(first -> assertThat(chain(first)).isEqualTo(reverse));
    }

    private static List<String> chain(IntermediateThrowEvent first) {
        List<String> undone = new ArrayList<>();
        FlowNode at = first;
        for (; at instanceof IntermediateThrowEvent; at = at.getSucceedingNodes().singleResult()) {
            undone.add(((CompensateEventDefinition) ((IntermediateThrowEvent) at).getEventDefinitions().iterator().next()).getActivity().getId());
        }
        assertThat(((ServiceTask) at).getCamundaDelegateExpression()).isEqualTo("${verifyRollback}");
        return undone;
    }

    private static boolean isExternal(ServiceTask task) {
        return "external".equals(task.getCamundaType()) && Set.of("recommendation", "containment", "containment-undo").contains(task.getCamundaTopic());
    }
}

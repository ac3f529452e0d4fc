package io.countersign.playbook.engine;

import io.countersign.approval.ApprovalDesk;
import io.countersign.approval.OpenApproval;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.Properties;
import io.countersign.proof.Vocabulary;
import io.countersign.playbook.Requesters;
import io.countersign.policy.Assessment;
import io.countersign.policy.Assessments;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * When a task asks for people, those that policy names get it in place of those of the model. For an approval they are asked
 * about the digest that was assessed last for that action; one that is completed by anything but their decision is withdrawn.
 */
@Component
class ApprovalTaskListener implements TaskListener {

    private final Assessments assessments;
    private final ApprovalDesk desk;
    private final Requesters requesters;

    ApprovalTaskListener(Assessments assessments, ApprovalDesk desk, Requesters requesters) {
        this.assessments = assessments;
        this.desk = desk;
        this.requesters = requesters;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, String> properties = Properties.of(task.getBpmnModelElementInstance());
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            desk.bypassed(task.getId());
        } else if (properties.containsKey(Vocabulary.APPROVES)) {
            approve(task, properties);
        } else {
            ask(task, assessed(task, properties.get(Vocabulary.BY_HAND)).verdict().teams());
        }
    }

    private void approve(DelegateTask task, Map<String, String> properties) {
        String activity = properties.get(Vocabulary.APPROVES);
        PlaybookRunId run = new PlaybookRunId(task.getProcessInstanceId());
        Assessment assessment = assessed(task, activity);
        int level = Vocabulary.LEVEL_TWO.equals(properties.get(Vocabulary.LEVEL)) ? 2 : 1;
        ask(task, assessment.verdict().teams());
        desk.open(new OpenApproval(UUID.randomUUID(), assessment.digest(), assessment.request().incident(), run, activity, task.getId(), level,
                assessment.verdict().teams(), List.copyOf(requesters.of(assessment)), assessment.verdict().escalateAfter(), assessment.verdict().expireAfter()));
    }

    private Assessment assessed(DelegateTask task, String activity) {
        return assessments.latest(new PlaybookRunId(task.getProcessInstanceId()), activity)
                .orElseThrow(() -> new IllegalStateException("Task " + task.getTaskDefinitionKey() + " asks about " + activity + ", which was not assessed"));
    }

    private static void ask(DelegateTask task, List<String> teams) {
        task.getCandidates().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType())).map(IdentityLink::getGroupId)
                .filter(group -> group != null && !teams.contains(group)).toList().forEach(task::deleteCandidateGroup);
        teams.forEach(task::addCandidateGroup);
    }
}

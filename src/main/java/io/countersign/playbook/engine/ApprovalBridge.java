package io.countersign.playbook.engine;

import io.countersign.approval.ApprovalDecided;
import io.countersign.approval.ApprovalEscalated;
import io.countersign.proof.Vocabulary;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the waiting user task go on, in the very transaction in which a person decided. The gateway reads the decision; the executor reads the approvals. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ApprovalBridge {

    private final TaskService tasks;
    private final IdentityService identity;

    ApprovalBridge(TaskService tasks, IdentityService identity) {
        this.tasks = tasks;
        this.identity = identity;
    }

    @EventListener
    public void on(ApprovalDecided decided) {
        identity.setAuthenticatedUserId(decided.person());
        try {
            tasks.setAssignee(decided.task(), decided.person());
            tasks.complete(decided.task(), Map.of(Vocabulary.variable(decided.activity(), "Decision"), decided.approved() ? "APPROVED" : "REFUSED"));
        } finally {
            identity.clearAuthentication();
        }
    }

    @EventListener
    public void on(ApprovalEscalated escalated) {
        escalated.teams().forEach(team -> tasks.addCandidateGroup(escalated.task(), team));
    }
}

package io.countersign.playbook.work;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionExecutor;
import io.countersign.execution.LedgerUndo;
import io.countersign.proof.Vocabulary;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Carries out an action. The task always completes, with the outcome for the next gateway: a task that failed after its effect would never be compensated. */
@Component
class ContainmentWork implements Work {

    private final ActionExecutor executor;
    private final LedgerUndo ledger;
    private final RunMessages messages;

    ContainmentWork(ActionExecutor executor, LedgerUndo ledger, RunMessages messages) {
        this.executor = executor;
        this.ledger = ledger;
        this.messages = messages;
    }

    @Override
    public String topic() {
        return Vocabulary.TOPIC_CONTAINMENT;
    }

    @Override
    public void perform(LockedExternalTask task, Consumer<Map<String, Object>> complete) {
        PlaybookRunId run = new PlaybookRunId(task.getProcessInstanceId());
        executor.execute(run, task.getActivityId(), settled -> {
            complete.accept(Outcomes.variables(task.getActivityId(), settled, task.getVariables().get(Vocabulary.VAR_LEASE_UNTIL)));
            messages.rollBackIfAsked(run);
        });
    }

    /** The process instance was taken away during the call: the ledger is told alone. */
    @Override
    public void withdrawn(LockedExternalTask task) {
        ledger.settleAlone(new PlaybookRunId(task.getProcessInstanceId()), task.getActivityId());
    }
}

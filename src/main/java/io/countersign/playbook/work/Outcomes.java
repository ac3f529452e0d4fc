package io.countersign.playbook.work;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Settled;
import io.countersign.execution.Untold;
import io.countersign.proof.Vocabulary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.springframework.stereotype.Component;

/** What a playbook is told of an action: by the worker that carried it out, or later, where that one could not. */
@Component
class Outcomes {

    private static final String LATER = "countersign-told-later";
    private static final long AT_ONCE = 60_000;

    private final ExternalTaskService externalTasks;
    private final RuntimeService runtime;
    private final Untold untold;

    Outcomes(ExternalTaskService externalTasks, RuntimeService runtime, Untold untold) {
        this.externalTasks = externalTasks;
        this.runtime = runtime;
        this.untold = untold;
    }

    /** @param leaseUntil what the run knows of its first lease, or null */
    static Map<String, Object> variables(String activity, Settled settled, Object leaseUntil) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(Vocabulary.variable(activity, "Outcome"), settled.outcome().name());
        if (settled.lasting()) {
            variables.put(Vocabulary.VAR_IN_FORCE, true);
            settled.leaseUntil().ifPresent(until -> variables.put(Vocabulary.VAR_LEASE_UNTIL, earliest(leaseUntil, until)));
        }
        return variables;
    }

    /**
     * Tells the run what the ledger says of its actions that it still waits for, in the caller's transaction. A task that could not be
     * completed at all is left: an order that interrupts it must not fail as the worker did, and the ledger knows the way back.
     */
    void tellLate(PlaybookRunId run) {
        externalTasks.createExternalTaskQuery().processInstanceId(run.value()).topicName(Vocabulary.TOPIC_CONTAINMENT).withRetriesLeft().list()
                .stream().map(ExternalTask::getId).forEach(task -> tellLate(run, task));
    }

    /** Looked up again: what was told of another may have ended this one. */
    private void tellLate(PlaybookRunId run, String id) {
        Optional.ofNullable(externalTasks.createExternalTaskQuery().externalTaskId(id).singleResult())
                .ifPresent(task -> untold.tell(run, task.getActivityId(), settled -> complete(task, settled)));
    }

    /** Whoever has it locked is gone, or is told that it has it no more. */
    private void complete(ExternalTask task, Settled settled) {
        externalTasks.unlock(task.getId());
        externalTasks.lock(task.getId(), LATER, AT_ONCE);
        externalTasks.complete(task.getId(), LATER,
                variables(task.getActivityId(), settled, runtime.getVariable(task.getExecutionId(), Vocabulary.VAR_LEASE_UNTIL)));
    }

    /** A run ends its hold on everything when its first lease runs out. */
    private static String earliest(Object before, Instant until) {
        return before instanceof String text && Instant.parse(text).isBefore(until) ? text : until.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package io.countersign.playbook.work;

import io.countersign.execution.HeldAction;
import io.countersign.execution.HeldActions;
import io.countersign.proof.Vocabulary;
import io.countersign.stop.StopLifted;
import java.time.Duration;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts aside what a stop holds back, and takes it up when the stop is lifted. It uses up no try and is nobody's task: the stop is what a person answers for. */
@Component
public class HeldWork {

    /** How long it stays aside, should nobody be told that the stop is over. */
    private static final Duration ASIDE = Duration.ofMinutes(1);

    private final ExternalTaskService externalTasks;
    private final HeldActions held;
    private final WorkSignal signal;

    HeldWork(ExternalTaskService externalTasks, HeldActions held, WorkSignal signal) {
        this.externalTasks = externalTasks;
        this.held = held;
        this.signal = signal;
    }

    void putAside(LockedExternalTask task, String worker) {
        externalTasks.extendLock(task.getId(), worker, ASIDE.toMillis());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(StopLifted lifted) {
        held.behind(lifted.stop().id()).forEach(this::takeUp);
        signal.wakeAfterCommit();
    }

    private void takeUp(HeldAction action) {
        externalTasks.createExternalTaskQuery().processInstanceId(action.playbookRun().value()).activityId(action.activity())
                .topicName(Vocabulary.TOPIC_CONTAINMENT).locked().list().forEach(task -> externalTasks.unlock(task.getId()));
    }
}

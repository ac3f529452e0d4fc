package io.countersign.playbook.work;

import io.countersign.datastore.DatabaseAway;
import io.countersign.execution.ActionHeld;
import io.countersign.execution.TargetBusy;
import io.countersign.execution.Waiting;
import io.countersign.playbook.PlaybookSettings;
import java.time.Duration;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One try at one task. What failed is tried again with growing pauses; when all are used up, the engine keeps it as open for a person. */
@Component
class WorkAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(WorkAttempt.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int BUSY_TRIES = 25;
    private static final long BUSY_PAUSE = 200;

    private final ExternalTaskService externalTasks;
    private final HeldWork held;
    private final PlaybookSettings settings;

    WorkAttempt(ExternalTaskService externalTasks, HeldWork held, PlaybookSettings settings) {
        this.externalTasks = externalTasks;
        this.held = held;
        this.settings = settings;
    }

    void run(Work work, LockedExternalTask task, String worker) {
        try {
            perform(work, task, worker);
        } catch (NotFoundException gone) {
            LOG.info("work.withdrawn task={} playbookRun={} activity={}", task.getId(), task.getProcessInstanceId(), task.getActivityId());
            withdrawn(work, task);
        } catch (RuntimeException failed) {
            retryLater(task, worker, failed);
        }
    }

    private static void withdrawn(Work work, LockedExternalTask task) {
        try {
            work.withdrawn(task);
        } catch (RuntimeException notNow) {
            LOG.warn("work.withdrawn-not-recorded task={} cause={}; a reverse run looks again", task.getId(), notNow.getClass().getSimpleName());
        }
    }

    /** A target that another run has in hand is free again in a moment: no try is used up by waiting for it, and no place, for it may be at a slow product. */
    private void perform(Work work, LockedExternalTask task, String worker) {
        for (int busy = 0; ; busy++) {
            try {
                work.perform(task, variables -> externalTasks.complete(task.getId(), worker, variables));
                return;
            } catch (ActionHeld stopped) {
                held.putAside(task, worker);
                return;
            } catch (TargetBusy inHand) {
                if (busy == BUSY_TRIES || !Waiting.forProduct(WorkAttempt::pause)) {
                    throw inHand;
                }
            }
        }
    }

    private void retryLater(LockedExternalTask task, String worker, RuntimeException failed) {
        int before = task.getRetries() == null ? settings.attempts() : task.getRetries();
        int left = failed instanceof TargetBusy || DatabaseAway.caused(failed) ? before : before - 1;
        Duration pause = settings.retryPause().multipliedBy(1L << Math.min(settings.attempts() - left, 10));
        LOG.warn("work.failed task={} playbookRun={} activity={} left={} cause={}", task.getId(), task.getProcessInstanceId(), task.getActivityId(), left,
                failed.getClass().getSimpleName());
        try {
            externalTasks.handleFailure(task.getId(), worker, failed.getClass().getSimpleName() + ": " + failed.getMessage(), null, Math.max(left, 0),
                    (pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause).toMillis());
        } catch (RuntimeException alsoFailed) {
            LOG.warn("work.retry-not-stored task={} cause={}; its lock runs out and it is fetched again", task.getId(), alsoFailed.getClass().getSimpleName());
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(BUSY_PAUSE);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

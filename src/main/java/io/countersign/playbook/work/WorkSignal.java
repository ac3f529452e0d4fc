package io.countersign.playbook.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the workers of this node once the transaction that made work for them has committed, so that nobody waits for a poll. */
@Component
public class WorkSignal implements ExecutionListener {

    private final Semaphore work = new Semaphore(0);

    @Override
    public void notify(DelegateExecution execution) {
        wakeAfterCommit();
    }

    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    void wake() {
        work.release();
    }

    /** Waits for work, at most so long; several wake-ups count as one. */
    void await(long millis) throws InterruptedException {
        if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }
}

package io.countersign.playbook;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRunEnded;
import io.countersign.execution.ReverseRuns;
import io.countersign.node.CarriesOutWork;
import io.countersign.rollback.RollbackSettings;
import io.countersign.rollback.RunRequestRefused;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks for what would be forgotten: runs that are gone from the engine, stand still, or are over with something left. At once when a run is cut off, and by itself, whatever was done to the engine and however. */
@Component
@CarriesOutWork
public class LeftBehindPump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehindPump.class);
    private static final int AT_ONCE = 200;

    private final EngineGaps gaps;
    private final ReverseRuns reverses;
    private final LeftBehind leftBehind;
    private final DueWhileSuspended suspended;
    private final RollbackSettings settings;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread pump;

    LeftBehindPump(EngineGaps gaps, ReverseRuns reverses, LeftBehind leftBehind, DueWhileSuspended suspended, RollbackSettings settings) {
        this.gaps = gaps;
        this.reverses = reverses;
        this.leftBehind = leftBehind;
        this.suspended = suspended;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(PlaybookRunEnded ended) {
        if (ended.cutOff()) {
            work.release();
        }
    }

    /** Looks once. */
    public void look() {
        each(gaps.gone(), leftBehind::vanished);
        each(gaps.suspended(), suspended::resume);
        each(reverses.leftBehind(AT_ONCE), leftBehind::takeBack);
    }

    private static void each(List<PlaybookRunId> runs, Consumer<PlaybookRunId> what) {
        for (PlaybookRunId run : runs) {
            try {
                what.accept(run);
            } catch (RunRequestRefused first) {
                LOG.debug("left-behind.taken-care-of playbookRun={}", run);
            } catch (RuntimeException failed) {
                LOG.warn("left-behind.failed playbookRun={} cause={}: {}", run, failed.getClass().getSimpleName(), failed.getMessage());
            }
        }
    }

    @Override
    public void start() {
        running = true;
        pump = new Thread(this::run, "left-behind");
        pump.setDaemon(true);
        pump.start();
    }

    private void run() {
        while (running) {
            try {
                look();
            } catch (RuntimeException unavailable) {
                LOG.warn("left-behind.unavailable cause={}", unavailable.getClass().getSimpleName());
            }
            if (!awaitWork()) {
                return;
            }
        }
    }

    private boolean awaitWork() {
        try {
            if (work.tryAcquire(settings.sweepEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        pump.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

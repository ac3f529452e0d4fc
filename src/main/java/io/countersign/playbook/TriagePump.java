package io.countersign.playbook;

import io.countersign.datastore.DatabaseAway;
import io.countersign.incident.IncidentChanged;
import io.countersign.node.CarriesOutWork;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts playbooks as soon as alerts have committed; looks by itself as well, for those of a node that died in between. */
@Component
@CarriesOutWork
public class TriagePump implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TriagePump.class);

    private static final int TRIES = 4;

    private final Triage triage;
    private final PlaybookSettings settings;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private int failures;
    private Thread pump;

    TriagePump(Triage triage, PlaybookSettings settings) {
        this.triage = triage;
        this.settings = settings;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(IncidentChanged changed) {
        if (changed.alertsChanged()) {
            work.release();
        }
    }

    @Override
    public void start() {
        running = true;
        pump = new Thread(this::run, "triage");
        pump.setDaemon(true);
        pump.start();
    }

    private void run() {
        while (running) {
            try {
                if (work.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    handleNext();
                } else {
                    handleAll();
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** What nobody announced to this node. */
    private void handleAll() {
        boolean more = true;
        while (running && more) {
            more = handleNext();
        }
    }

    private boolean handleNext() {
        try {
            boolean more = triage.next();
            failures = 0;
            return more;
        } catch (RuntimeException failed) {
            LOG.warn("triage.failed cause={}: {}", failed.getClass().getSimpleName(), failed.getMessage());
            return failedAgain(failed);
        }
    }

    /** What a try more may mend is tried again; a database that is away says nothing against the incident. @return whether to go on at once */
    private boolean failedAgain(RuntimeException failed) {
        if (DatabaseAway.caused(failed) || ++failures < TRIES) {
            return false;
        }
        failures = 0;
        return putAside(failed);
    }

    private boolean putAside(RuntimeException failed) {
        try {
            triage.putAside(failed);
            return true;
        } catch (RuntimeException unavailable) {
            LOG.warn("triage.unavailable cause={}", unavailable.getClass().getSimpleName());
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

package io.countersign.execution;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks every few seconds whether it is time to compare. Every node asks; the database gives the turn to one. */
@Component
class ReconcileClock {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileClock.class);

    private final Reconciler reconciler;

    ReconcileClock(Reconciler reconciler) {
        this.reconciler = reconciler;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void tick() {
        try {
            reconciler.compareInTurn();
        } catch (RuntimeException unavailable) {
            LOG.warn("reconcile.unavailable cause={}", unavailable.getClass().getSimpleName());
        }
    }
}

package io.countersign.execution;

import io.countersign.connector.Connector;
import io.countersign.evidence.ActionRunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Compares what should be contained with what is: a lease in force whose target was freed by somebody, and an effect of ours of which the
 * ledger knows nothing. It only looks and reports: what a stranger changed stays as it is until a person decides.
 */
@Service
public class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final ReconcileRows rows;
    private final ReconcileLooks looks;
    private final Findings findings;
    private final ReconcileSettings settings;
    private final InstantSource clock;

    Reconciler(ReconcileRows rows, ReconcileLooks looks, Findings findings, ReconcileSettings settings, InstantSource clock) {
        this.rows = rows;
        this.looks = looks;
        this.findings = findings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Compares if it is time, and no other node does. */
    public void compareInTurn() {
        if (rows.takeTurn(clock.instant(), settings.every())) {
            compare();
        }
    }

    /** Call it without a transaction. */
    public void compare() {
        List<UUID> effects = rows.effects(settings.batch());
        effects.forEach(this::lease);
        looks.connectors().forEach(this::orphans);
        LOG.info("reconcile.compared leases={}", effects.size());
    }

    private void lease(UUID effect) {
        try {
            looks.effect(new ActionRunId(effect)).ifPresent(row -> findings.lease(row, looks.look(row)));
            Thread.sleep(settings.pause().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            LOG.warn("reconcile.look-failed run={} cause={}", effect, failed.getClass().getSimpleName());
        }
    }

    private void orphans(Connector connector) {
        Instant since = clock.instant();
        try {
            connector.enumerate().ifPresent(held -> {
                held.forEach(holding -> findings.holding(connector.id(), holding));
                findings.gone(connector.id(), since);
            });
        } catch (RuntimeException unreadable) {
            LOG.warn("reconcile.enumerate-failed connector={} cause={}", connector.id(), unreadable.getClass().getSimpleName());
        }
    }
}

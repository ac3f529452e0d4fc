package io.countersign.stop;

import io.countersign.evidence.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Presses a stop. One person does it, with a reason. It waits for the claims that are being made at this moment, so that every effect
 * either was claimed before or meets the stop; one that hangs cannot keep it from being pressed.
 */
@Service
public class PressStop {

    private static final Logger LOG = LoggerFactory.getLogger(PressStop.class);
    private static final long PATIENCE_MILLIS = 500;
    private static final int SHORTEST = 3;

    private final StopTable table;
    private final StopRecord record;
    private final StopRights rights;
    private final KnownNames known;
    private final TransactionTemplate ofItsOwn;

    PressStop(StopTable table, StopRecord record, StopRights rights, KnownNames known, PlatformTransactionManager transactions) {
        this.table = table;
        this.record = record;
        this.rights = rights;
        this.known = known;
        this.ofItsOwn = new TransactionTemplate(transactions);
        this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * In force, on every node, when this returns. Pressing what is in force already ends a request to lift it.
     *
     * @throws StopRefused if the person may not, gave no reason, or there is nothing of this name
     */
    public Stop press(StopScope scope, String reason, Actor by) {
        rights.requirePress(by);
        String why = StopRefused.reason(reason, SHORTEST);
        known.require(scope);
        try {
            return ofItsOwn.execute(transaction -> {
                table.alone(PATIENCE_MILLIS);
                return put(scope, why, by);
            });
        } catch (DataAccessException somebodyHangs) {
            LOG.warn("stop.pressed-past-a-claim scope={} waited={}ms", scope, PATIENCE_MILLIS);
            return ofItsOwn.execute(transaction -> put(scope, why, by));
        }
    }

    private Stop put(StopScope scope, String reason, Actor by) {
        boolean again = table.lock(scope).isPresent();
        table.insert(scope, by, reason, record.now());
        Stop stop = table.lock(scope).orElseThrow(() -> new IllegalStateException("The stop of " + scope + " was not kept"));
        if (stop.asked().isPresent()) {
            table.asked(stop.id(), null);
        }
        record.pressed(stop, by, reason, again);
        return table.find(stop.id()).orElseThrow();
    }
}

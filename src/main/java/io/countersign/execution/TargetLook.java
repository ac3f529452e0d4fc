package io.countersign.execution;

import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Connectors;
import io.countersign.connector.NoConnector;
import io.countersign.connector.TargetState;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at the target of a row of the ledger, through the connector that made the effect; one that is gone has seen nothing. */
@Component
class TargetLook {

    private final Connectors connectors;
    private final TargetWatch watch;
    private final ExecutionSettings settings;
    private final InstantSource clock;

    TargetLook(Connectors connectors, TargetWatch watch, ExecutionSettings settings, InstantSource clock) {
        this.connectors = connectors;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    Sighting once(ActionRunView row) {
        try {
            return watch.look(connectors.byId(row.connector()), call(row));
        } catch (NoConnector missing) {
            return new Sighting(Optional.empty(), missing.getMessage());
        }
    }

    Sighting until(TargetState wanted, ActionRunView row) {
        try {
            return watch.until(wanted, connectors.byId(row.connector()), call(row));
        } catch (NoConnector missing) {
            return new Sighting(Optional.empty(), missing.getMessage());
        }
    }

    /** @throws TargetBusy as long as the worker that makes the call may still be alive */
    void requireAbandoned(ActionRunView row) {
        if (clock.instant().isBefore(row.updatedAt().plus(settings.undoAlone()))) {
            throw new TargetBusy("The effect on " + row.target() + " is under way");
        }
    }

    private static ConnectorCall call(ActionRunView row) {
        return new ConnectorCall(row.id(), row.digest(), row.actionType(), row.target(), row.parameters());
    }
}

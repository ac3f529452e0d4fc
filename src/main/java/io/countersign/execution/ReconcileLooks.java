package io.countersign.execution;

import io.countersign.connector.Connector;
import io.countersign.connector.Connectors;
import io.countersign.evidence.ActionRunId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The looks of a comparison. */
@Component
class ReconcileLooks {

    private final Ledger ledger;
    private final Connectors connectors;
    private final TargetLook look;

    ReconcileLooks(Ledger ledger, Connectors connectors, TargetLook look) {
        this.ledger = ledger;
        this.connectors = connectors;
        this.look = look;
    }

    Optional<ActionRunView> effect(ActionRunId id) {
        return ledger.find(id).filter(row -> row.lease() != null);
    }

    Sighting look(ActionRunView effect) {
        return look.once(effect);
    }

    List<Connector> connectors() {
        return connectors.all();
    }
}

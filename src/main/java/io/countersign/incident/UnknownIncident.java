package io.countersign.incident;

import io.countersign.evidence.IncidentId;

/** No incident has this id. */
public final class UnknownIncident extends RuntimeException {

    public UnknownIncident(IncidentId id) {
        super("There is no incident " + id + ".");
    }
}

package io.countersign.playbook;

import io.countersign.evidence.IncidentId;

/** A playbook works an incident once at a time. */
public class PlaybookAlreadyRuns extends RuntimeException {

    PlaybookAlreadyRuns(String playbook, IncidentId incident) {
        super(playbook + " already works " + incident + ". Nothing was started.");
    }
}

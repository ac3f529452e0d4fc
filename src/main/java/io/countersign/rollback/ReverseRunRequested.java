package io.countersign.rollback;

import io.countersign.evidence.Actor;
import io.countersign.execution.PlaybookRun;

/** Published inside the transaction, with the run's row locked: the run is over, and what it left is to be taken back from the ledger by a run of its own. */
public record ReverseRunRequested(PlaybookRun run, String reason, Actor by) {
}

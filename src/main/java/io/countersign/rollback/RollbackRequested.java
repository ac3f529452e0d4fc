package io.countersign.rollback;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction: the run is to be taken back as soon as no effect of it is under way. */
public record RollbackRequested(PlaybookRunId run) {
}

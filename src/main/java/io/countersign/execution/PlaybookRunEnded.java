package io.countersign.execution;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction in which a run's process instance ends. */
public record PlaybookRunEnded(PlaybookRunId run, String outcome) {
}

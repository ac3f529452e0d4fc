package io.countersign.execution;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction in which a run's process instance ends. {@code cutOff}: it went away without having come to an end. */
public record PlaybookRunEnded(PlaybookRunId run, String outcome, boolean cutOff) {
}

package io.countersign.rollback;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction: what the run contains is to be released now. */
public record ReleaseRequested(PlaybookRunId run) {
}

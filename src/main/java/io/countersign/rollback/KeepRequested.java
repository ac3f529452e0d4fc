package io.countersign.rollback;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the transaction: what the run contains stays, by a person's decision. */
public record KeepRequested(PlaybookRunId run) {
}

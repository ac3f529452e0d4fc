package io.countersign.rollback;

import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;

/**
 * Published inside the transaction: what the run contains stays, by a person's decision.
 *
 * @param until when the run is to release it, unless a person decides again
 */
public record KeepRequested(PlaybookRunId run, Instant until) {
}

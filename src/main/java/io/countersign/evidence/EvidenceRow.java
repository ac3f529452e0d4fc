package io.countersign.evidence;

import java.time.Instant;
import java.util.Map;

/** A row of the record as it is read back. {@code number} orders the whole record. */
public record EvidenceRow(long number, Instant at, EvidenceKind kind, Actor actor, String incident, String playbookRun,
                          String actionRun, String digest, Map<String, Object> facts) {
}

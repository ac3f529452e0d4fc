package io.countersign.evidence;

import java.time.Instant;

/** Criteria for searching the record; null means any. {@code text} is looked for in the facts, case-insensitively. */
public record EvidenceQuery(EvidenceKind kind, String actor, String owner, IncidentId incident, Instant from, Instant to, String text,
                            Long beforeNumber) {
}

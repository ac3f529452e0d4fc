package io.countersign.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One normalized alert as others read it. Title and description are untrusted text. */
public record AlertSummary(UUID id, String source, String externalId, String title, String description, Severity severity,
                           List<String> techniques, Instant observedAt, Instant receivedAt) {
}

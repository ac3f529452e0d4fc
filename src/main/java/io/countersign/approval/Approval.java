package io.countersign.approval;

import java.time.Instant;
import java.util.UUID;

/** One human decision on one digest. It holds until {@code expiresAt} and serves once: the ledger has one row a digest. */
public record Approval(UUID id, UUID request, String digest, String person, String team, boolean approved, String rationale, Instant at,
                       Instant expiresAt) {
}

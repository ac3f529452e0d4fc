package io.countersign.agent;

import java.time.Instant;
import java.util.UUID;

/** That a credential was minted, and for what; its token is kept nowhere. {@code usedAt} is null while it was not used, {@code revokedAt} unless it was revoked. */
public record MintedCredential(UUID id, String verb, String digest, String targetKind, String target, String connector, long incident, Instant issuedAt,
                               Instant expiresAt, Instant usedAt, Instant revokedAt) {
}

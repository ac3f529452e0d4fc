package io.countersign.incident;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Records that could not be read as alerts, kept for people to look at. Their bytes are untrusted. */
public interface Quarantine {

    /** Newest first, without the bytes; {@code source} null means any. */
    List<QuarantinedRecord> list(String source, int offset, int limit);

    long count(String source);

    /** With the bytes, cut at the limit for a record. */
    Optional<byte[]> bytes(UUID id);
}

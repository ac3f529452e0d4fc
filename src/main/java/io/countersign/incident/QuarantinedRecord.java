package io.countersign.incident;

import java.time.Instant;
import java.util.UUID;

/**
 * A record that was kept aside.
 *
 * @param index   its place in the request, from 0
 * @param pointer JSON pointer to what is wrong within it
 * @param size    its bytes as sent; fewer may be kept
 * @param excerpt its beginning as text, for a list
 */
public record QuarantinedRecord(UUID id, String source, int index, RecordProblem.Kind kind, String pointer, String reason, long size,
                                String excerpt, Instant receivedAt) {
}

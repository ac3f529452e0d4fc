package io.countersign.connector.list;

import java.time.Instant;

/**
 * The content of a list that a consumer pulled last.
 *
 * @param firstAt when it had this content first
 * @param lastAt  when it asked last, whether or not the content was sent again
 */
public record ListPull(String consumer, ListKind list, String etag, int entries, Instant firstAt, Instant lastAt) {
}

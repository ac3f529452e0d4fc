package io.countersign.desk.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A part of a longer list. */
@Schema(name = "Listing")
record Listing<T>(List<T> items, @Schema(description = "How many there are in all.") long total,
                  @Schema(description = "Place of the first item.") int offset, @Schema(description = "Most items asked for.") int limit) {

    static final int MOST = 200;

    /** @throws IllegalArgumentException if the part is not within bounds */
    static <T> Listing<T> of(List<T> all, int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit is 1 to " + MOST + " and offset is 0 or more");
        }
        int from = Math.min(offset, all.size());
        return new Listing<>(all.subList(from, Math.min(from + limit, all.size())), all.size(), offset, limit);
    }
}

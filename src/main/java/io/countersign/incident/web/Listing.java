package io.countersign.incident.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A part of a longer list. */
record Listing<T>(List<T> items, @Schema(description = "How many there are in all.") long total,
                  @Schema(description = "Place of the first item.") int offset, @Schema(description = "Most items asked for.") int limit) {
}

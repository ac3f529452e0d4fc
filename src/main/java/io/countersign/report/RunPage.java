package io.countersign.report;

import java.util.List;

/** A part of a longer list of runs, newest first. {@code total} counts all that were found. */
public record RunPage(List<RunRow> items, long total, int offset, int limit) {
}

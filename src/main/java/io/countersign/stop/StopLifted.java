package io.countersign.stop;

/** Published inside the transaction in which the second person lifted it. */
public record StopLifted(Stop stop) {
}

package io.countersign.incident;

/** What losing an asset would mean. UNKNOWN is what an asset has that is in no inventory. */
public enum Criticality {
    LOW, MEDIUM, HIGH, CRITICAL, UNKNOWN
}

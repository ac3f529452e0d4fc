package io.countersign.incident;

/** Severity of impact, from the least; OCSF names. */
public enum Severity {
    INFORMATIONAL, LOW, MEDIUM, HIGH, CRITICAL
}

package io.countersign.incident;

/** Where an asset lives. UNKNOWN is treated as production by policy. */
public enum Environment {
    PRODUCTION, STAGING, DEVELOPMENT, UNKNOWN
}

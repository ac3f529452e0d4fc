package io.countersign.incident.intake;

/**
 * How the alerts of one product are read.
 *
 * <p>A record reaches {@link #map} only after it fitted the JSON Schema {@code incident/<name>-alert.schema.json}, which asks for no
 * more than the mapping cannot do without. Implementations MUST be stateless, MUST cope with any other field being absent
 * or of an unexpected type, and MUST NOT look anything up outside the record.
 */
interface AlertFormat {

    /** Lower-case kebab-case; part of the address that alerts are posted to. */
    String name();

    /** @param mentions takes the observables, normalises them and drops what is none */
    NormalizedAlert map(Fields record, Mentions mentions);
}

package io.countersign.incident;

/**
 * One thing an alert is about, as it is kept with the incident.
 *
 * @param kind     an {@link ObservableKind}, or {@code CASE} for the source's own name of the case
 * @param internal whether it is the organisation's
 * @param joins    whether another alert with it is about the same incident
 */
record Sighting(String kind, String value, boolean internal, boolean joins) {

    static final String CASE = "CASE";
}

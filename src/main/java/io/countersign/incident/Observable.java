package io.countersign.incident;

/**
 * Something an alert named, normalised (lower case hosts, domains, hashes and accounts; canonical addresses).
 *
 * @param internal whether it belongs to the organisation: a known asset, or a private, loopback or link-local address
 */
public record Observable(ObservableKind kind, String value, boolean internal) {
}

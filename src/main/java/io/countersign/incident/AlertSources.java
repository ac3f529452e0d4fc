package io.countersign.incident;

import io.countersign.evidence.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The systems that may post alerts, each with one bearer token of which only the SHA-256 is kept. Every change is evidence in
 * the same transaction.
 */
public interface AlertSources {

    /**
     * Registers a source.
     *
     * @param format one of {@link #formats()}
     * @return the token, which cannot be had again
     * @throws IllegalArgumentException if the name is taken or malformed, or the format unknown
     */
    IssuedToken create(String name, String format, Actor by);

    /** Gives a source a new token; the old one is void at once, and a revoked source is active again. */
    IssuedToken rotate(String name, Actor by);

    /** Voids the token of a source. */
    void revoke(String name, Actor by);

    /** By name. */
    List<AlertSource> all();

    /** Names of the formats that a source can have. */
    Set<String> formats();

    /** The active source of that name if the token is its; compares in constant time. Empty MUST be treated as a refusal. */
    Optional<AlertSource> authenticate(String name, String token);
}

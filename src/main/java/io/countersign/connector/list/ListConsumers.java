package io.countersign.connector.list;

import io.countersign.evidence.Actor;
import java.util.List;
import java.util.Optional;

/** Who may pull the lists, each with one token of which only the SHA-256 is kept. Every change is evidence in the same transaction. */
public interface ListConsumers {

    /**
     * @return the token, which cannot be had again
     * @throws IllegalArgumentException if the name is taken or malformed
     */
    ListConsumer.Issued create(String name, Actor by);

    /** Gives a consumer a new token; the old one is void at once, and a revoked consumer may pull again. */
    ListConsumer.Issued rotate(String name, Actor by);

    /** Voids the token of a consumer. */
    void revoke(String name, Actor by);

    /** By name. */
    List<ListConsumer> all();

    /**
     * The active consumer with this token. Empty MUST be treated as a refusal.
     *
     * @param name what it calls itself, which then has to be so; null where only a token is given
     */
    Optional<ListConsumer> authenticate(String name, String token);
}

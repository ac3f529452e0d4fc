package io.countersign.incident;

import io.countersign.evidence.Actor;
import java.util.List;
import java.util.Optional;

/** The inventory. An asset that is not in it has unknown criticality, which policy treats as grave. Values are compared as alerts are normalised. */
public interface Assets {

    Optional<Asset> find(ObservableKind kind, String value);

    /** Puts an asset in, or replaces what was known of it; evidence in the same transaction. */
    void register(Asset asset, Actor by);

    /** By kind and value. */
    List<Asset> list(int offset, int limit);
}

package io.countersign.incident;

import java.util.Optional;

/** The inventory. An asset that is not in it has unknown criticality, which policy treats as grave. Values are compared as alerts are normalised. */
public interface Assets {

    Optional<Asset> find(ObservableKind kind, String value);
}

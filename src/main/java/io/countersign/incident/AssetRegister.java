package io.countersign.incident;

import io.countersign.evidence.Actor;
import java.util.List;

/** Keeps the inventory. */
public interface AssetRegister {

    /** Puts an asset in, or replaces what was known of it; evidence in the same transaction. */
    void register(Asset asset, Actor by);

    /** By kind and value. */
    List<Asset> list(int offset, int limit);
}

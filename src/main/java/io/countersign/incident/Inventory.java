package io.countersign.incident;

import java.util.List;

/** The inventory as a whole, for what no single asset says. */
public interface Inventory {

    /** All whose attribute {@code role} is this one. */
    List<Asset> withRole(String role);

    /** How many of a kind are known. @param team or null for all. @param environment or null for all */
    long count(ObservableKind kind, String team, String environment);
}

package io.countersign.people;

/** A team that owns assets, agents or decisions. {@code id} is lower-case kebab-case and is what policy names. */
public record Team(String id, String name) {
}

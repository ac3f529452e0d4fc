package io.countersign.stop;

/** A new effect that somebody wants to make, as far as stops tell them apart. {@code connector} may be empty where none does it. */
public record Deed(String playbook, String actionType, String connector) {
}

package io.countersign.report;

import io.countersign.evidence.Actor;

/**
 * Somebody or something on the record, as people know them.
 *
 * @param name      display name, or the id of whoever has none
 * @param ownerName display name of the accountable person or team; the same as {@code name} for a person
 */
public record Who(Actor.Kind kind, String id, String name, String owner, String ownerName) {

    /** The name, and who answers for it where that is somebody else. */
    public String text() {
        return kind == Actor.Kind.AGENT ? name + " (AI, " + ownerName + " answers for it)" : name;
    }
}

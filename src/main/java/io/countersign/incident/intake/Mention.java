package io.countersign.incident.intake;

import io.countersign.incident.ObservableKind;

/** An observable as one alert mentions it, normalised; whether it is ours is not known yet. */
public record Mention(ObservableKind kind, String value, Joins joins) {

    /** What fits an index row of the database and the target of an action. */
    static final int LONGEST = 512;

    public Mention {
        if (kind == null || joins == null || value == null || value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("An observable has a kind and a value of 1 to " + LONGEST + " characters");
        }
    }
}

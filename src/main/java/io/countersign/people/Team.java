package io.countersign.people;

import java.util.regex.Pattern;

/** A team that owns assets, agents or decisions. {@code id} is lower-case kebab-case and is what policy names. */
public record Team(String id, String name) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public Team {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("The id of a team has 2 to 40 lower-case letters, digits or dashes and starts with a letter");
        }
        if (name == null || name.isBlank() || name.length() > 80) {
            throw new IllegalArgumentException("The name of a team has 1 to 80 characters");
        }
    }
}

package io.countersign.people;

import java.util.Set;
import java.util.regex.Pattern;

/** A person to be given an account. The messages are for the one who fills the form. */
public record NewPerson(String username, String displayName, String team, Set<Role> roles) {

    private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    public NewPerson {
        if (username == null || !USERNAME.matcher(username).matches()) {
            throw new IllegalArgumentException("The username has 2 to 40 lower-case letters, digits, dots, dashes or underscores and starts with a letter");
        }
        if (displayName == null || displayName.isBlank() || displayName.length() > 80) {
            throw new IllegalArgumentException("The name has 1 to 80 characters");
        }
        if (team == null || team.isBlank()) {
            throw new IllegalArgumentException("A person belongs to a team: choose one");
        }
        if (roles == null || roles.isEmpty()) {
            throw new IllegalArgumentException("A person needs at least one role");
        }
        roles = Set.copyOf(roles);
    }
}

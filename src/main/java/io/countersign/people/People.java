package io.countersign.people;

import java.util.List;
import java.util.Optional;

/** Looks people and teams up as they are now; callers MUST treat an empty answer as a refusal. */
public interface People {

    Optional<Person> find(String username);

    Optional<Team> team(String id);

    List<Team> teams();

    List<Person> all();

    /** Step-up: whether this active person's password is the given one. Counts towards the login throttle; false when throttled. */
    boolean passwordMatches(String username, CharSequence password);
}

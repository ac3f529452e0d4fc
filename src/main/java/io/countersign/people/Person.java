package io.countersign.people;

import java.util.Set;

/** A human with an account here. An inactive person may neither sign in nor decide. */
public record Person(String username, String displayName, String team, Set<Role> roles, boolean active) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean mayAct(Role role) {
        return active && roles.contains(role);
    }
}

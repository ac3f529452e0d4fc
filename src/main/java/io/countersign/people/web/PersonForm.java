package io.countersign.people.web;

import io.countersign.people.NewPerson;
import io.countersign.people.Role;
import java.util.Set;

/** What the form for a new person sends. */
record PersonForm(String username, String displayName, String team, Set<Role> roles) {

    static final PersonForm EMPTY = new PersonForm("", "", "", Set.of());

    PersonForm {
        roles = roles == null ? Set.of() : roles;
    }

    NewPerson person() {
        return new NewPerson(username == null ? null : username.strip(), displayName == null ? null : displayName.strip(), team, roles);
    }
}

package io.countersign.console;

import io.countersign.people.Role;
import java.util.EnumSet;
import java.util.Set;

/** Who may use a path. */
record Access(Kind kind, Set<Role> roles) {

    enum Kind {
        /** Anybody, signed in or not. Only for what holds no information. */
        EVERYONE,
        /** Whoever signed in, even with a password they must change first. */
        SIGNED_IN,
        /** A person who has one of the roles. */
        ROLES,
        /** A person who has one of the roles, or a monitoring system with the scrape token. */
        ROLES_OR_SCRAPER,
        /** A machine with a token of its own, checked by the module that owns the path; people are refused. */
        MACHINE
    }

    Access {
        roles = Set.copyOf(roles);
    }

    static Access everyone() {
        return new Access(Kind.EVERYONE, Set.of());
    }

    static Access signedIn() {
        return new Access(Kind.SIGNED_IN, Set.of());
    }

    static Access machine() {
        return new Access(Kind.MACHINE, Set.of());
    }

    static Access anyRole() {
        return new Access(Kind.ROLES, EnumSet.allOf(Role.class));
    }

    static Access roles(Role first, Role... more) {
        return new Access(Kind.ROLES, EnumSet.of(first, more));
    }

    static Access rolesOrScraper(Role first, Role... more) {
        return new Access(Kind.ROLES_OR_SCRAPER, EnumSet.of(first, more));
    }

    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}

package io.countersign.people;

/** Nobody has this username. */
public class UnknownPerson extends RuntimeException {

    public UnknownPerson(String username) {
        super("Nobody here has the username '" + username + "'");
    }
}

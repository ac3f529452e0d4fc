package io.countersign.organisation;

import io.countersign.datastore.Home;
import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the one account by which people get into an empty installation. Its password is generated and works until the first sign-in only. */
@Component
class FirstAdministrator {

    static final String USERNAME = "administrator";
    static final String FILE = "first-administrator.txt";

    private static final Actor START = Actor.system("first-start");
    private static final Team TEAM = new Team("administration", "Administration");

    private final PeopleRegister people;
    private final Home home;

    FirstAdministrator(PeopleRegister people, Home home) {
        this.people = people;
        this.home = home;
    }

    /**
     * Keeps the password in a file before the commit: a note of an account that does not exist does no harm, an account whose password
     * nobody knows does.
     *
     * @return the password
     */
    @Transactional
    public String make() {
        people.putTeam(TEAM, START);
        String password = people.addPerson(new NewPerson(USERNAME, "First administrator", TEAM.id(), Set.of(Role.ADMINISTRATOR)), true, START);
        try {
            home.write(FILE, USERNAME + " " + password + System.lineSeparator());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The first administrator's password cannot be kept in " + home.directory(), unwritable);
        }
        return password;
    }

    Path file() {
        return home.resolve(FILE);
    }
}

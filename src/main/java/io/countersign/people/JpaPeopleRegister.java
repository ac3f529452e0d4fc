package io.countersign.people;

import io.countersign.evidence.Actor;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps accounts in their tables. */
@Service
@Transactional
class JpaPeopleRegister implements PeopleRegister {

    private final PersonAccounts accounts;
    private final Teams teams;
    private final AccountPasswords passwords;
    private final DirectoryChanges changes;
    private final InstantSource clock;

    JpaPeopleRegister(PersonAccounts accounts, Teams teams, AccountPasswords passwords, DirectoryChanges changes, InstantSource clock) {
        this.accounts = accounts;
        this.teams = teams;
        this.passwords = passwords;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public void putTeam(Team team, Actor by) {
        teams.put(team);
        changes.team(team, by);
    }

    @Override
    public String addPerson(NewPerson person, boolean oneTime, Actor by) {
        if (accounts.existsById(person.username())) {
            throw new DirectoryConflict("The username '" + person.username() + "' is taken: choose another");
        }
        if (teams.find(person.team()).isEmpty()) {
            throw new DirectoryConflict("There is no team '" + person.team() + "': choose one that exists");
        }
        String password = passwords.generate();
        accounts.saveAndFlush(new PersonAccount(person, passwords.hash(password), oneTime, clock.instant()));
        changes.person("person added", person.username(), by, "roles", names(person.roles()));
        return password;
    }

    @Override
    public String resetPassword(String username, Actor by) {
        String password = passwords.generate();
        known(username).changePassword(passwords.hash(password), true);
        changes.person("password reset", username, by, "oneTime", true);
        return password;
    }

    @Override
    public void changeOwnPassword(String username, CharSequence current, NewPassword next) {
        passwords.requireChange(username, current, next);
        known(username).changePassword(passwords.hash(next.value()), false);
        changes.person("password changed", username, Actor.person(username), "oneTime", false);
    }

    @Override
    public void changeRoles(String username, Set<Role> roles, Actor by) {
        if (roles.isEmpty()) {
            throw new DirectoryConflict("A person needs at least one role: to take all away, deactivate them");
        }
        if (!roles.contains(Role.ADMINISTRATOR)) {
            requireAnotherAdministrator(username);
        }
        PersonAccount account = known(username);
        Set<String> before = names(account.view().roles());
        account.changeRoles(roles);
        changes.person("roles changed from " + before, username, by, "roles", names(roles));
    }

    @Override
    public void deactivate(String username, Actor by) {
        requireAnotherAdministrator(username);
        known(username).changeActive(false);
        changes.person("person deactivated", username, by, "active", false);
    }

    @Override
    public void activate(String username, Actor by) {
        known(username).changeActive(true);
        changes.person("person activated", username, by, "active", true);
    }

    private PersonAccount known(String username) {
        return accounts.findById(username).orElseThrow(() -> new UnknownPerson(username));
    }

    private void requireAnotherAdministrator(String username) {
        var administrators = accounts.lockActiveAdministrators();
        if (administrators.size() == 1 && administrators.get(0).getId().equals(username)) {
            throw new DirectoryConflict("'" + username + "' is the only active administrator: make somebody else one first");
        }
    }

    private static Set<String> names(Set<Role> roles) {
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> names.add(role.name()));
        return names;
    }
}

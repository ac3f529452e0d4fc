package io.countersign.people;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads people and teams from their tables. */
@Service
@Transactional(readOnly = true)
class JpaPeople implements People {

    private final PersonAccounts accounts;
    private final Teams teams;
    private final PasswordSignIn signIn;

    JpaPeople(PersonAccounts accounts, Teams teams, PasswordSignIn signIn) {
        this.accounts = accounts;
        this.teams = teams;
        this.signIn = signIn;
    }

    @Override
    public Optional<Person> find(String username) {
        return username == null ? Optional.empty() : accounts.findById(username).map(PersonAccount::view);
    }

    @Override
    public Optional<Team> team(String id) {
        return teams.find(id);
    }

    @Override
    public List<Team> teams() {
        return teams.all();
    }

    @Override
    public List<Person> all() {
        return accounts.findAllByOrderByDisplayName().stream().map(PersonAccount::view).toList();
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean passwordMatches(String username, CharSequence password) {
        return signIn.matches(username, password);
    }
}

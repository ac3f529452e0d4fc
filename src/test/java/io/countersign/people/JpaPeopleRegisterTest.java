package io.countersign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.Actor;
import io.countersign.testing.DatabaseTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@DatabaseTest
@UsesPeople
class JpaPeopleRegisterTest {

    private static final Actor BY = Actor.person("boss");

    @Autowired
    PeopleRegister register;
    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    jakarta.persistence.EntityManager entities;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void aTeam() {
        register.putTeam(new Team("register-test", "Register test"), BY);
    }

    @Test
    void aPersonIsFoundAsAdded() {
        add(name, Role.ANALYST, Role.APPROVER);
        assertThat(people.find(name)).contains(new Person(name, "Somebody", "register-test", Set.of(Role.ANALYST, Role.APPROVER), true));
        assertThat(changes()).containsExactly("person added");
    }

    @Test
    void onlyAHashOfThePasswordIsKept() {
        String password = add(name, Role.ANALYST);
        String kept = jdbc.sql("select password_hash from person where username = ?").param(name).query(String.class).single();
        assertThat(kept).startsWith("{bcrypt}$2").doesNotContain(password);
        assertThat(jdbc.sql("select count(*) from evidence where facts::text like ?").param("%" + password + "%").query(Long.class).single()).isZero();
    }

    @Test
    void aUsernameIsGivenOnce() {
        add(name, Role.ANALYST);
        assertThatThrownBy(() -> add(name, Role.AUDITOR)).isInstanceOf(DirectoryConflict.class).hasMessageContaining("taken");
    }

    @Test
    void aTeamMustExist() {
        NewPerson stray = new NewPerson(name, "Stray", "no-such-team", Set.of(Role.ANALYST));
        assertThatThrownBy(() -> register.addPerson(stray, true, BY)).isInstanceOf(DirectoryConflict.class);
    }

    @Test
    void changedRolesCountAndAreOnTheRecord() {
        add(name, Role.ANALYST, Role.APPROVER);
        register.changeRoles(name, Set.of(Role.AUDITOR), BY);
        entities.flush();
        entities.clear();
        assertThat(people.find(name).orElseThrow().roles()).containsExactly(Role.AUDITOR);
        assertThat(changes()).containsExactly("person added", "roles changed from [ANALYST, APPROVER]");
    }

    @Test
    void theLastAdministratorStays() {
        jdbc.sql("delete from person_role where role = 'ADMINISTRATOR'").update();
        add(name, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> register.deactivate(name, BY)).isInstanceOf(DirectoryConflict.class);
        assertThatThrownBy(() -> register.changeRoles(name, Set.of(Role.AUDITOR), BY)).isInstanceOf(DirectoryConflict.class);
        add(name + "2", Role.ADMINISTRATOR);
        register.deactivate(name, BY);
        assertThat(people.find(name).orElseThrow().active()).isFalse();
    }

    @Test
    void nobodyUnknownIsChanged() {
        assertThatThrownBy(() -> register.activate("nobody-" + name, BY)).isInstanceOf(UnknownPerson.class);
    }

    private String add(String username, Role first, Role... more) {
        return register.addPerson(new NewPerson(username, "Somebody", "register-test", java.util.EnumSet.of(first, more)), false, BY);
    }

    /** What was stated is written when the transaction commits. */
    private List<String> changes() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        return jdbc.sql("select facts ->> 'change' from evidence where facts ->> 'person' = ? order by number").param(name).query(String.class).list();
    }
}

package io.countersign.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.console.FormBrowser;
import io.countersign.evidence.Actor;
import io.countersign.people.NewPerson;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.people.Team;
import io.countersign.testing.CountersignTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CountersignTest
class PeoplePagesTest {

    private static final Pattern PASSWORD = Pattern.compile("data-copy=\"((?:[a-z2-9]{5}-){3}[a-z2-9]{5})\"");
    private static final String OWN = "three words suffice";

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    People people;

    private final String boss = "b" + UUID.randomUUID().toString().substring(0, 12);
    private final String name = "n" + UUID.randomUUID().toString().substring(0, 12);
    private FormBrowser browser;

    @BeforeEach
    void anAdministratorSignedIn() throws Exception {
        register.putTeam(new Team("pages-test", "Pages test"), Actor.system("test"));
        String password = register.addPerson(new NewPerson(boss, "Zoë <Boss>", "pages-test", Set.of(Role.ADMINISTRATOR)), false, Actor.system("test"));
        browser = new FormBrowser(port).signIn(boss, password);
    }

    @Test
    void anAddedPersonReplacesThePasswordBeforeAnythingElse() throws Exception {
        FormBrowser theirs = new FormBrowser(port).signIn(name, add());
        assertThat(theirs.open("/incidents").path()).isEqualTo("/account/password");
        assertThat(theirs.body()).contains("was generated and can be used once");
        theirs.send("/account/password", Map.of("current", "wrong", "next", OWN, "again", OWN));
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(theirs.body()).contains("current password is wrong");
    }

    @Test
    void aReplacedPasswordBringsTheRoles() throws Exception {
        String given = add();
        FormBrowser theirs = new FormBrowser(port).signIn(name, given).open("/account/password")
                .send("/account/password", Map.of("current", given, "next", OWN, "again", OWN));
        assertThat(theirs.path()).isEqualTo("/login");
        assertThat(theirs.body()).contains("Your password is changed");
        assertThat(theirs.signIn(name, OWN).open("/incidents").path()).isEqualTo("/incidents");
        assertThat(theirs.open("/people").status()).isEqualTo(403);
        assertThat(theirs.body()).contains("Your roles do not allow this");
    }

    @Test
    void aFormThatDoesNotFitKeepsWhatWasTyped() throws Exception {
        browser.open("/people/new").send("/people", Map.of("username", "UPPER", "displayName", "Typed Name", "team", "pages-test", "roles", "AUDITOR"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.body()).contains("The username has 2 to 40", "value=\"Typed Name\"");
    }

    @Test
    void rolesAreChangedAndSomebodyIsDeactivated() throws Exception {
        String given = add();
        browser.open("/people/" + name).send("/people/" + name + "/roles", Map.of("roles", "AUDITOR"));
        assertThat(browser.body()).contains("The roles are changed");
        browser.send("/people/" + name + "/deactivate", Map.of());
        assertThat(browser.path()).isEqualTo("/people/" + name);
        assertThat(people.find(name)).hasValueSatisfying(person -> assertThat(person.active()).isFalse())
                .hasValueSatisfying(person -> assertThat(person.roles()).containsExactly(Role.AUDITOR));
        assertThat(new FormBrowser(port).signIn(name, given).body()).contains("Username or password is wrong");
    }

    @Test
    void theListIsFilteredByItsAddressAndExported() throws Exception {
        add();
        assertThat(browser.open("/people?q=" + name).body()).contains(name, "<strong>1</strong>").doesNotContain("/people/" + boss);
        assertThat(browser.open("/people?q=" + name + "&active=false").body()).contains("Nobody fits these filters");
        assertThat(browser.open("/people.csv?q=" + name).body()).isEqualTo("\"username\",\"name\",\"team\",\"roles\",\"active\"\r\n"
                + "\"" + name + "\",\"'=Evil()\",\"pages-test\",\"[ANALYST]\",\"true\"\r\n");
    }

    @Test
    void whatPeopleAreCalledIsTextNotMarkup() throws Exception {
        assertThat(browser.open("/people").body()).contains("Zoë &lt;Boss&gt;").doesNotContain("<Boss>");
    }

    private String add() throws Exception {
        browser.open("/people/new").send("/people", Map.of("username", name, "displayName", "=Evil()", "team", "pages-test", "roles", "ANALYST"));
        Matcher shown = PASSWORD.matcher(browser.body());
        assertThat(shown.find()).as("the one-time password is shown").isTrue();
        return shown.group(1);
    }
}

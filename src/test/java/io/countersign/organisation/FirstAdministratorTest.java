package io.countersign.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.datastore.Home;
import io.countersign.evidence.Actor;
import io.countersign.people.DirectoryConflict;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import io.countersign.testing.CountersignTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Into an empty installation one person gets, who brings in the others; everything is rolled back. */
@CountersignTest
@Transactional
class FirstAdministratorTest {

    private static final String FILE = """
            teams: [{id: blue, name: Blue team}]
            people: [{username: kim.blue, displayName: Kim Blue, team: blue, roles: [ANALYST]}]
            assets: [{kind: HOST, value: blue-1.corp.example, criticality: LOW, environment: PRODUCTION, team: blue, owner: kim.blue}]
            agents: [{id: blue-agent, name: Blue, purpose: Advises, owner: kim.blue, team: blue, actionTypes: [isolate-host], ceiling: APPROVE, days: 30}]
            """;

    @TempDir
    Path directory;

    @Autowired
    PeopleRegister register;

    @Autowired
    People people;

    @Autowired
    Agents agents;

    @Autowired
    LoadOrganisation organisation;

    @Test
    void thePasswordWorksAndIsKeptForTheOwnerOnly() throws IOException {
        Home home = new Home(directory.resolve("home"));
        String password = new FirstAdministrator(register, home).make();
        assertThat(people.find("administrator").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(people.passwordMatches("administrator", password)).isTrue();
        Path file = home.resolve("first-administrator.txt");
        assertThat(Files.readString(file)).isEqualToIgnoringNewLines("administrator " + password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> new FirstAdministrator(register, home).make()).isInstanceOf(DirectoryConflict.class);
        assertThat(Files.readString(file)).as("the file still tells the password that works").contains(password);
    }

    @Test
    void anOrganisationComesInWithAgentsThatHaveNoPowerYet() throws IOException {
        var passwords = organisation.load(read(FILE), true, Actor.person("administrator"));
        assertThat(passwords).hasSize(1).allSatisfy((person, password) -> assertThat(people.passwordMatches(person.username(), password)).isTrue());
        assertThat(agents.find("blue-agent").orElseThrow().status()).isEqualTo(AgentStatus.REGISTERED);
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void whatDoesNotFitTheRestIsRefusedWithItsPlace() {
        refused(FILE.replace("people: [{username: kim.blue, displayName: Kim Blue, team: blue,", "people: [{username: kim.blue, displayName: Kim Blue, team: red,"), "people[0]", "no team 'red'");
        refused(FILE.replace("team: blue, owner: kim.blue}]", "team: blue, owner: lee}]"), "assets[0]", "owner: there is no person 'lee'");
        refused(FILE.replace("[isolate-host]", "[fly]"), "agents[0]", "actionTypes: the catalogue has no 'fly'");
    }

    private void refused(String file, String place, String words) {
        assertThatThrownBy(() -> organisation.load(read(file), true, Actor.person("administrator"))).isInstanceOfSatisfying(OrganisationRefused.class,
                refused -> assertThat(refused.field()).isEqualTo(place)).hasMessageContaining(words);
        assertThat(people.find("kim.blue")).as("nothing was changed").isEmpty();
        assertThat(people.team("blue")).isEmpty();
    }

    private static Organisation read(String text) throws IOException {
        return OrganisationFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

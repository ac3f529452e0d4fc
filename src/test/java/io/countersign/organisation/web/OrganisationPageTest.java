package io.countersign.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.agent.Agents;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@CountersignTest
class OrganisationPageTest {

    @LocalServerPort
    int port;
    @Autowired
    PeopleRegister register;
    @Autowired
    People people;
    @Autowired
    Agents agents;
    @Autowired
    JdbcClient jdbc;

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final String file = """
            teams: [{id: page-%1$s, name: Page team}]
            people: [{username: kim.%1$s, displayName: Kim Page, team: page-%1$s, roles: [ANALYST]}]
            assets: [{kind: HOST, value: %1$s.corp.example, criticality: LOW, environment: PRODUCTION, team: page-%1$s, owner: kim.%1$s}]
            agents: [{id: agent-%1$s, name: Page, purpose: Advises, owner: kim.%1$s, team: page-%1$s, actionTypes: [isolate-host], ceiling: APPROVE, days: 30}]
            """.formatted(id);
    private FormBrowser administrator;

    @BeforeEach
    void anAdministrator() throws Exception {
        administrator = person("a" + id, Role.ADMINISTRATOR);
        administrator.open("/organisation");
    }

    @Test
    void aFileIsCheckedWithoutKeepingAnything() throws Exception {
        long record = records();
        administrator.sendFile("/organisation", Map.of("keep", "false"), "file", "blue.yaml", file);
        assertThat(administrator.status()).isEqualTo(200);
        assertThat(administrator.body()).contains("blue.yaml", "can be loaded", "1 team, 1 person, 1 asset and 1 agent", "Nothing was changed yet");
        nothingChanged(record);
    }

    @Test
    void aFileIsLoadedAndEachPasswordIsShownOnceAndWorks() throws Exception {
        administrator.sendFile("/organisation", Map.of("keep", "true"), "file", "blue.yaml", file);
        assertThat(administrator.body()).contains("The organisation is loaded", "1 team, 1 person, 1 asset and 1 agent", "Kim Page", "kim." + id, "shown only now");
        Matcher password = Pattern.compile("data-copy=\"([^\"]+)\"").matcher(administrator.body());
        assertThat(password.find()).isTrue();
        assertThat(people.passwordMatches("kim." + id, password.group(1))).isTrue();
        assertThat(jdbc.sql("select count(*) from spring_session_attributes where position(convert_to(?, 'UTF8') in attribute_bytes) > 0").param(password.group(1))
                .query(Long.class).single()).as("not kept in the session").isZero();
        assertThat(agents.find("agent-" + id)).isPresent();
        administrator.open("/organisation");
        assertThat(administrator.body()).doesNotContain(password.group(1));
    }

    @Test
    void whatIsWrongIsNamedWithItsPlaceAndNothingIsChanged() throws Exception {
        long record = records();
        for (String keep : new String[] {"false", "true"}) {
            administrator.open("/organisation").sendFile("/organisation", Map.of("keep", keep), "file", "blue.yaml", file.replace("[isolate-host]", "[fly]"));
            assertThat(administrator.status()).isEqualTo(422);
            assertThat(administrator.body()).contains("agents[0]: actionTypes: the catalogue has no", "Nothing was changed.").doesNotContain("can be loaded");
        }
        administrator.open("/organisation").sendFile("/organisation", Map.of("keep", "true"), "file", "blue.yaml", "teams: [{id: red, name: Red, colour: blue}]");
        assertThat(administrator.body()).contains("teams[0].colour: is not known here");
        administrator.open("/organisation").sendFile("/organisation", Map.of("keep", "true"), "file", "", "");
        assertThat(administrator.body()).contains("The file is empty");
        nothingChanged(record);
    }

    @Test
    void theExampleOnThePageCanBeLoaded() throws Exception {
        Matcher example = Pattern.compile("<pre[^>]*>([^<]+)</pre>").matcher(administrator.body());
        assertThat(example.find()).isTrue();
        administrator.sendFile("/organisation", Map.of("keep", "false"), "file", "example.yaml", example.group(1));
        assertThat(administrator.body()).contains("can be loaded", "1 team, 1 person, 1 asset and 1 agent");
    }

    @Test
    void onlyAdministratorsMay() throws Exception {
        for (Role role : Role.values()) {
            if (role != Role.ADMINISTRATOR) {
                FormBrowser other = person(role.name().toLowerCase() + id, role);
                assertThat(other.open("/organisation").status()).as(role.name()).isEqualTo(403);
                other.open("/account/password").sendFile("/organisation", Map.of("keep", "true"), "file", "blue.yaml", file);
                assertThat(other.status()).as(role.name()).isEqualTo(403);
            }
        }
        assertThat(people.find("kim." + id)).isEmpty();
    }

    private void nothingChanged(long record) {
        assertThat(people.find("kim." + id)).isEmpty();
        assertThat(people.team("page-" + id)).isEmpty();
        assertThat(agents.find("agent-" + id)).isEmpty();
        assertThat(records()).isEqualTo(record);
    }

    private long records() {
        return jdbc.sql("select count(*) from evidence where kind = 'DIRECTORY_CHANGED' or kind = 'AGENT_CHANGED'").query(Long.class).single();
    }

    private FormBrowser person(String username, Role role) throws Exception {
        Actor test = Actor.system("test");
        register.putTeam(new Team("organisation-page", "Organisation page"), test);
        return new FormBrowser(port).signIn(username, register.addPerson(new NewPerson(username, "Somebody", "organisation-page", Set.of(role)), false, test));
    }
}

package io.countersign.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.agent.Agents;
import io.countersign.datastore.Home;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSources;
import io.countersign.incident.AssetRegister;
import io.countersign.incident.Environment;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.incident.IntakeOutcome;
import io.countersign.organisation.LoadOrganisation;
import io.countersign.people.People;
import io.countersign.testing.CountersignTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The sample's beans are off in tests, so they are put together here, and everything is rolled back. */
@CountersignTest
@Transactional
class LoadSampleTest {

    @TempDir
    Path directory;

    @Autowired
    LoadOrganisation organisation;

    @Autowired
    People people;

    @Autowired
    AssetRegister assets;

    @Autowired
    AlertSources sources;

    @Autowired
    Agents agents;

    @Autowired
    InstantSource clock;

    @Autowired
    AlertIntake intake;

    @Autowired
    Incidents incidents;

    private Path home;
    private SampleSecrets secrets;

    @BeforeEach
    void theSampleIsRegistered() {
        home = directory.resolve("home");
        secrets = new FirstStart(new SampleRegistration(organisation, sources, new SampleAgents(agents)),
                new SampleNotes(new Home(home)), new SampleAlerts(intake, sources)).load();
    }

    @Test
    void everyPersonGetsAPasswordOfTheirOwnThatWorks() {
        assertThat(secrets.passwords()).hasSize(11);
        assertThat(secrets.passwords().values()).doesNotHaveDuplicates().allMatch(password -> password.length() >= 16);
        secrets.passwords().forEach((person, password) -> assertThat(people.passwordMatches(person.username(), password)).isTrue());
    }

    @Test
    void passwordsAndTokensAreKeptForTheOwnerOfTheHomeOnly() throws IOException {
        assertThat(Files.readString(home.resolve("sample-passwords.txt"))).contains(secrets.passwords().values());
        assertThat(Files.readString(home.resolve("sample-tokens.txt"))).contains(secrets.tokens().get(0).token());
        for (String file : List.of("sample-passwords.txt", "sample-tokens.txt")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file)))).isEqualTo("rw-------");
        }
    }

    @Test
    void eachAlertFormatHasASourceWhoseTokenWorks() {
        assertThat(secrets.tokens()).hasSameSizeAs(sources.formats())
                .allSatisfy(token -> assertThat(sources.authenticate(token.source(), token.token())).isPresent());
    }

    @Test
    void agentsAreActiveAndHaveOwners() {
        assertThat(SampleRegistration.read().agents()).hasSize(2)
                .allSatisfy(agent -> assertThat(agents.find(agent.id()).orElseThrow().activeAt(clock.instant())).isTrue());
    }

    @Test
    void theThreeAlertsMakeThreeIncidentsOfKnownThings() {
        List<IntakeOutcome> again = new SampleAlerts(intake, sources).send();
        assertThat(again).hasSize(3).allMatch(IntakeOutcome.Duplicate.class::isInstance);
        List<IncidentId> ids = again.stream().map(outcome -> ((IntakeOutcome.Duplicate) outcome).incident()).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(id -> incidents.find(id).orElseThrow()).map(IncidentView::environment))
                .containsExactly(Environment.DEVELOPMENT, Environment.PRODUCTION, Environment.PRODUCTION);
    }
}

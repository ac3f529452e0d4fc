package io.countersign.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.incident.Asset;
import io.countersign.organisation.Organisation;
import io.countersign.organisation.PlannedAgent;
import io.countersign.people.NewPerson;
import io.countersign.people.Role;
import io.countersign.people.Team;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SampleOrganisationTest {

    private final Organisation organisation = SampleRegistration.read();

    @Test
    void everyTeamAndOwnerExists() {
        List<String> teams = organisation.teams().stream().map(Team::id).toList();
        List<String> people = organisation.people().stream().map(NewPerson::username).toList();
        assertThat(teams).contains("soc", "edr", "identity", "network", "it-operations");
        assertThat(organisation.people()).extracting(NewPerson::team).isSubsetOf(teams);
        assertThat(organisation.assets()).extracting(Asset::team).isSubsetOf(teams);
        assertThat(organisation.assets()).extracting(Asset::owner).filteredOn(Objects::nonNull).isSubsetOf(people);
        assertThat(organisation.agents()).extracting(PlannedAgent::owner).isSubsetOf(people);
    }

    @Test
    void approversSitInFiveTeamsAndEveryRoleIsHeld() {
        assertThat(organisation.people()).filteredOn(person -> person.roles().contains(Role.APPROVER)).extracting(NewPerson::team)
                .contains("soc", "edr", "identity", "network", "it-operations");
        assertThat(organisation.people()).flatExtracting(NewPerson::roles).contains(Role.values());
    }

    @Test
    void nobodyWhoAdministersDecides() {
        assertThat(organisation.people()).filteredOn(person -> person.roles().contains(Role.ADMINISTRATOR))
                .allMatch(person -> person.roles().size() == 1);
    }
}

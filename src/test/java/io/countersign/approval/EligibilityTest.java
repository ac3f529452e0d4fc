package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.people.Team;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may decide, as data: every rule alone is enough to forbid it. */
class EligibilityTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // team    | roles             | active | asked teams | excluded | decided before | why not
        "soc       | APPROVER          | true   | soc,edr     | -        | -              | -",
        "soc       | APPROVER,ANALYST  | true   | soc         | bob      | -              | -",
        "soc       | APPROVER          | true   | soc,edr     | -        | eva/edr        | -",
        "soc       | APPROVER          | false  | soc,edr     | -        | -              | no active account",
        "soc       | ANALYST           | true   | soc,edr     | -        | -              | needs the role approver",
        "soc       | ADMINISTRATOR     | true   | soc,edr     | -        | -              | needs the role approver",
        "soc       | AUDITOR,DESIGNER  | true   | soc,edr     | -        | -              | needs the role approver",
        "network   | APPROVER          | true   | soc,edr     | -        | -              | you are in network",
        "soc       | APPROVER          | true   | soc,edr     | sam      | -              | somebody else must decide",
        "soc       | APPROVER          | true   | soc,edr     | -        | sam/soc        | another person",
        "soc       | APPROVER          | true   | soc,edr     | -        | sam/edr        | another person",
        "soc       | APPROVER          | true   | soc,edr     | -        | eva/soc        | another team"})
    void samMayDecideOnlyWhereNoRuleForbidsIt(String team, String roles, boolean active, String asked, String excluded, String before, String why) {
        Set<Role> has = Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet());
        Eligibility eligibility = new Eligibility(new One(new Person("sam", "Sam", team, has, active)));
        List<Approval> given = before == null ? List.of() : List.of(given(before.split("/")[0], before.split("/")[1]));
        ApprovalRequestView request = request(List.of(asked.split(",")), excluded == null ? List.of() : List.of(excluded));
        assertThat(eligibility.whyNot("sam", request, given).isEmpty()).isEqualTo(why == null);
        if (why == null) {
            assertThatCode(() -> eligibility.require("sam", request, given)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> eligibility.require("sam", request, given)).isInstanceOf(DecisionRefused.class).hasMessageContaining(why)
                    .hasMessageContaining("Nothing was decided");
        }
    }

    @Test
    void nobodyUnknownDecides() {
        Eligibility eligibility = new Eligibility(new One(new Person("sam", "Sam", "soc", Set.of(Role.APPROVER), true)));
        assertThat(eligibility.whyNot("mallory", request(List.of("soc"), List.of()), List.of())).isPresent();
    }

    private static Approval given(String person, String team) {
        return new Approval(UUID.randomUUID(), UUID.randomUUID(), "a".repeat(64), person, team, true, "Thought through before", NOW, NOW.plusSeconds(60));
    }

    private static ApprovalRequestView request(List<String> teams, List<String> excluded) {
        return new ApprovalRequestView(UUID.randomUUID(), new ActionDigest("a".repeat(64)), new IncidentId(7), new PlaybookRunId("run-1"), "block-address", "task-1", 1,
                teams, excluded, ApprovalState.PENDING, NOW, NOW.plusSeconds(600), NOW.plusSeconds(1800), null);
    }

    /** A register with one person. */
    private record One(Person person) implements People {

        @Override
        public Optional<Person> find(String username) {
            return Optional.of(person).filter(known -> known.username().equals(username));
        }

        @Override
        public Optional<Team> team(String id) {
            return Optional.empty();
        }

        @Override
        public List<Team> teams() {
            return List.of();
        }

        @Override
        public List<Person> all() {
            return List.of(person);
        }

        @Override
        public boolean passwordMatches(String username, CharSequence password) {
            return false;
        }
    }
}

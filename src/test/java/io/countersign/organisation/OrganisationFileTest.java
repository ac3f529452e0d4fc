package io.countersign.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is taken as it is meant or refused with the place that is wrong. */
class OrganisationFileTest {

    @Test
    void yamlAndJsonAreRead() throws IOException {
        assertThat(read("teams: [{id: soc, name: Security operations}]").teams()).hasSize(1);
        assertThat(read("{\"teams\": [{\"id\": \"soc\", \"name\": \"Security operations\"}]}").people()).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            teams: [{id: soc, name: A}, {id: SOC, name: B}]                         | teams[1]                | The id of a team
            people: [{username: ana, displayName: Ana, team: soc, roles: [KING]}]   | people[0].roles[0]      | does not fit
            people: [{username: ana, displayName: Ana, team: soc, roles: [ANALYST], rolls: []}] | people[0].rolls         | is not known here
            assets: [{kind: HOST, value: A, team: soc}]                             | assets[0]               | An asset has
            agents: [{id: a, name: A, days: 0}]                                     | agents[0]               | days: an agent is registered
            agents: [{id: a, name: A}]                                              | agents[0]               | days: an agent is registered
            guardrails: [{id: a1, kind: BUDGET, name: A, tier: DUAL, most: 5}]      | guardrails[0]           | window: up to 31 days
            guardrails: [{id: a1, kind: FREEZE, name: A, tier: AUTONOMOUS}]         | guardrails[0]           | tier: APPROVE, DUAL
            machines: []                                                            | machines                | is not known here""")
    void aWrongValueIsRefusedWithItsPlace(String file, String place, String words) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(OrganisationRefused.class, refused -> assertThat(refused.field()).isEqualTo(place))
                .hasMessageContaining(words);
    }

    @Test
    void whatIsNoYamlOrTooLongIsRefused() {
        assertThatThrownBy(() -> read("teams: [")).isInstanceOf(OrganisationRefused.class).hasMessageContaining("neither YAML nor JSON");
        assertThatThrownBy(() -> read("#".repeat(OrganisationFile.LONGEST + 1))).isInstanceOf(OrganisationRefused.class).hasMessageContaining("2 MiB");
        assertThatThrownBy(() -> read("")).isInstanceOf(OrganisationRefused.class);
    }

    private static Organisation read(String text) throws IOException {
        return OrganisationFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

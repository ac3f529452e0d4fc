package io.countersign.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.incident.ObservableKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script that cannot be played is refused before anything starts, with the place of the mistake. */
class ScenarioFileTest {

    private static final Path SHIPPED = Path.of("bpmn", "scenarios", "block-malicious-address.yaml");

    @TempDir
    Path folder;

    @Test
    void aShippedScriptIsRead() {
        Scenario scenario = ScenarioFile.read(SHIPPED);
        assertThat(scenario.playbook()).isEqualTo("block-malicious-address");
        assertThat(scenario.steps()).extracting(Scenario.Step::pause).contains(Duration.ofDays(2));
    }

    /** What a script can name is what alerts can name. */
    @Test
    void everyKindOfThingMayTakePart() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(getClass().getResource("/proof/scenario.schema.json"));
        List<String> kinds = new ArrayList<>();
        schema.at("/properties/incident/properties/things/items/properties/kind/enum").forEach(kind -> kinds.add(kind.asText()));
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(Stream.of(ObservableKind.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"wait: P2D|aprove: block-address|/steps/2", "wait: P2D|wait: two days|/steps/2/wait", "tier: AUTONOMOUS|tier: SOMETIMES|/steps/0/tier",
            "wait: P2D|resolve: block-address|next", "wait: P2D|wait: P2D, order: release|wait and order", "severity: HIGH|severity: HIGH, colour: red|colour",
            "technique: T1595|technique: phishing|/incident/technique", "expect:|expected:|expect", "- {wait: P2D}|- {by: soc-1}|none of"})
    void aMistakeIsNamedWithItsPlace(String old, String now, String place) throws IOException {
        Path script = folder.resolve("script.yaml");
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(old);
        Files.writeString(script, text.replace(old, now).replace(", colour: red", "\n  colour: red"));
        assertThatThrownBy(() -> ScenarioFile.read(script)).isInstanceOf(ScenarioInvalid.class).hasMessageContaining("script.yaml").hasMessageContaining(place);
    }

    @Test
    void whatIsNoYamlIsRefused() throws IOException {
        assertThatThrownBy(() -> ScenarioFile.read(Files.writeString(folder.resolve("script.yaml"), "a: [b"))).isInstanceOf(ScenarioInvalid.class);
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("not-there.yaml"))).isInstanceOf(ScenarioInvalid.class);
    }
}

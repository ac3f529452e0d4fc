package io.countersign.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ByteArrayResource;

class YamlActionCatalogueTest {

    private static final String VALID = """
            actions:
              - id: isolate-host
                name: Isolate host
                target: HOST
                reversibility: R1
                inverse: Release it
                lease: PT4H
                side-effects: [The user loses the network.]
                d3fend: {do: [D3-NI], undo: [D3-RNA]}
                openc2: {do: contain device, undo: allow device}
                mitigations: [M1030]
            """;

    @Test
    void theCatalogueHoldsExactlyTheActionsThatPlaybooksAndConnectorsName() {
        assertThat(new YamlActionCatalogue().all()).extracting(ActionType::id).containsExactlyInAnyOrder("isolate-host", "contain-device",
                "block-address", "block-domain", "block-url", "block-hash", "quarantine-file", "delete-file", "kill-process", "suspend-process",
                "restrict-app-execution", "disable-account", "end-sessions", "force-password-reset", "reset-mfa", "remove-from-group",
                "deactivate-api-key", "delete-api-key", "disable-application", "revoke-oauth-grant", "quarantine-mail", "hard-delete-mail",
                "block-sender", "remove-mailbox-rule", "quarantine-cloud-instance", "deny-cloud-principal", "block-public-access", "snapshot-disk",
                "stop-instance", "terminate-instance", "disable-workflow", "disable-remote-access", "suspend-agent", "revoke-agent-credentials", "roll-back-agent-actions");
    }

    @Test
    void whatLastsHasAWayBackAndAnEndAndWhatDoesNotHasNeither() {
        assertThat(new YamlActionCatalogue().all()).allSatisfy(type -> {
            boolean lasts = type.reversibility().lasting();
            assertThat(type.inverse().isPresent()).as(type.id()).isEqualTo(lasts);
            assertThat(type.openc2Undo().isPresent()).as(type.id()).isEqualTo(lasts);
            assertThat(type.defaultLease().compareTo(Duration.ZERO) > 0).as(type.id()).isEqualTo(lasts);
        });
    }

    @Test
    void anEntryIsReadWithEveryField() {
        ActionType type = new YamlActionCatalogue().get("remove-from-group");
        assertThat(type.targetKind()).isEqualTo(TargetKind.ACCOUNT);
        assertThat(type.reversibility()).isEqualTo(Reversibility.R2);
        assertThat(type.parameters()).containsExactly("group");
        assertThat(type.defaultLease()).isEqualTo(Duration.ofHours(8));
        assertThat(type.d3fend()).containsExactly("D3-UAP");
        assertThat(type.d3fendUndo()).containsExactly("D3-RUAA");
        assertThat(type.openc2()).isEqualTo("delete x-membership");
        assertThat(type.attackMitigations()).containsExactly("M1026", "M1018");
        assertThat(type.sideEffects()).isNotEmpty();
    }

    @Test
    void anActionOutsideTheCatalogueIsRefused() {
        assertThatThrownBy(() -> new YamlActionCatalogue().get("format-disk")).isInstanceOf(UnknownAction.class).hasMessageContaining("format-disk");
    }

    @TestFactory
    List<DynamicTest> aWrongEntryIsRefusedByNameAndField() {
        Map<String, List<String>> mistakes = Map.ofEntries(
                Map.entry("an unknown key", List.of(VALID + "    colour: red\n", "isolate-host", "colour")),
                Map.entry("a missing name", List.of(VALID.replace("    name: Isolate host\n", ""), "isolate-host", "name")),
                Map.entry("a class that does not exist", List.of(VALID.replace("R1", "R9"), "isolate-host", "reversibility")),
                Map.entry("a target that does not exist", List.of(VALID.replace("HOST", "TOASTER"), "isolate-host", "target")),
                Map.entry("no inverse for what lasts", List.of(VALID.replace("    inverse: Release it\n", ""), "isolate-host", "inverse")),
                Map.entry("no lease for what lasts", List.of(VALID.replace("    lease: PT4H\n", ""), "isolate-host", "lease")),
                Map.entry("a lease of nothing", List.of(VALID.replace("PT4H", "PT0S"), "isolate-host", "lease")),
                Map.entry("a lease that is no duration", List.of(VALID.replace("PT4H", "P4H"), "isolate-host", "lease")),
                Map.entry("an inverse for what is irreversible", List.of(VALID.replace("R1", "R4"), "isolate-host", "inverse")),
                Map.entry("an id that is not kebab-case", List.of(VALID.replace("isolate-host", "IsolateHost"), "IsolateHost", "id")),
                Map.entry("the same id twice", List.of(VALID + VALID.substring(VALID.indexOf('\n') + 1), "isolate-host", "id")));
        return mistakes.entrySet().stream().map(mistake -> DynamicTest.dynamicTest(mistake.getKey(), () -> {
            List<String> expected = mistake.getValue();
            assertThatThrownBy(() -> catalogue(expected.get(0))).isInstanceOf(CatalogueInvalid.class)
                    .hasMessageContaining("entry '" + expected.get(1) + "'").hasMessageContaining("'" + expected.get(2) + "'");
        })).toList();
    }

    @Test
    void theFixtureOfTheMistakesIsItselfValid() {
        assertThat(catalogue(VALID).all()).hasSize(1);
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThatThrownBy(() -> catalogue(VALID + "    target: ACCOUNT\n")).isInstanceOf(CatalogueInvalid.class).hasMessageContaining("target");
    }

    private static YamlActionCatalogue catalogue(String yaml) {
        return new YamlActionCatalogue(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "catalogue.yaml";
            }
        });
    }
}

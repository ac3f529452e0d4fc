package io.countersign.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.countersign.action.ActionDigest;
import io.countersign.action.Reversibility;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxEffectTest {

    @Test
    void theSandboxDoesTheWholeCatalogueButWhatIsDoneToCountersignAndTakesBackWhatLasts() throws IOException {
        Map<String, Boolean> sandbox = Stream.of(SandboxEffect.values())
                .collect(Collectors.toMap(SandboxEffect::actionType, SandboxEffect::canBeTakenBack));
        assertThat(sandbox).isEqualTo(catalogue());
    }

    @ParameterizedTest
    @EnumSource
    void everyEffectCanBeSeenOnAnUntouchedTarget(SandboxEffect effect) {
        ConnectorCall call = new ConnectorCall(new ActionRunId(UUID.randomUUID()), new ActionDigest("ab".repeat(32)), effect.actionType(),
                new Target(TargetKind.HOST, "WS-0142"), Map.of("group", "Domain Admins"));
        TargetState natural = effect.seen(call, Map.of());
        Map<String, String> stored = effect.changes(call, natural, effect.after(natural));
        assertThat(stored).hasSize(1);
        assertThat(effect.seen(call, stored)).isEqualTo(effect.after(natural)).isNotEqualTo(natural);
    }

    private static Map<String, Boolean> catalogue() throws IOException {
        Map<String, Boolean> lasting = new TreeMap<>();
        try (InputStream yaml = SandboxEffectTest.class.getResourceAsStream("/action/catalogue.yaml")) {
            for (JsonNode action : new YAMLMapper().readTree(yaml).get("actions")) {
                if (action.get("target").asText().equals(TargetKind.AGENT.name())) {
                    continue;
                }
                lasting.put(action.get("id").asText(), Reversibility.valueOf(action.get("reversibility").asText()).lasting());
            }
        }
        return lasting;
    }
}

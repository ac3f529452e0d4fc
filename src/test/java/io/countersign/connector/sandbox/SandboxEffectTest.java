package io.countersign.connector.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.countersign.action.Reversibility;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SandboxEffectTest {

    @Test
    void theSandboxDoesTheWholeCatalogueAndTakesBackWhatLasts() throws IOException {
        Map<String, Boolean> sandbox = Stream.of(SandboxEffect.values())
                .collect(Collectors.toMap(SandboxEffect::actionType, SandboxEffect::canBeTakenBack));
        assertThat(sandbox).isEqualTo(catalogue());
    }

    private static Map<String, Boolean> catalogue() throws IOException {
        Map<String, Boolean> lasting = new TreeMap<>();
        try (InputStream yaml = SandboxEffectTest.class.getResourceAsStream("/action/catalogue.yaml")) {
            for (JsonNode action : new YAMLMapper().readTree(yaml).get("actions")) {
                lasting.put(action.get("id").asText(), Reversibility.valueOf(action.get("reversibility").asText()).lasting());
            }
        }
        return lasting;
    }
}

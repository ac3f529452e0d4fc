package io.countersign.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @ParameterizedTest
    @CsvSource({"isolate-host, Tier, isolateHostTier", "block-address, Decision, blockAddressDecision", "remove-from-group, EscalateAfter, removeFromGroupEscalateAfter",
        "contain, Outcome, containOutcome"})
    void aVariableIsNamedForItsElement(String element, String suffix, String variable) {
        assertThat(Vocabulary.variable(element, suffix)).isEqualTo(variable);
    }
}

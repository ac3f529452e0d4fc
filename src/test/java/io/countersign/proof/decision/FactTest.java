package io.countersign.proof.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.Reversibility;
import io.countersign.action.RiskTier;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.policy.RiskFacts;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the proof believes the product to send is what it sends. */
class FactTest {

    @Test
    void theInputsAreThoseThatPolicySends() {
        assertThat(Arrays.stream(Fact.values()).map(Fact::input)).containsExactlyInAnyOrderElementsOf(new RiskFacts("R1", "a", "LOW", "STAGING", "LOW", "HOST", "OPEN", 1, "DUAL").asVariables().keySet());
    }

    @Test
    void theValuesAreThoseOfTheProduct() {
        assertThat(Fact.REVERSIBILITY.known()).containsExactlyInAnyOrder(names(Reversibility.values()));
        assertThat(Fact.SEVERITY.known()).containsExactly(names(Severity.values()));
        assertThat(Fact.ENVIRONMENT.known()).containsExactlyInAnyOrder(names(Environment.values()));
        assertThat(Fact.CRITICALITY.known()).containsExactlyInAnyOrder(names(Criticality.values()));
        assertThat(Fact.TICKET.known()).containsExactlyInAnyOrder(names(TicketState.values()));
        assertThat(Fact.CEILING.known()).containsExactlyInAnyOrder(names(RiskTier.values()));
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}

package io.countersign.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.playbook.RunProgress;
import io.countersign.playbook.RunProgress.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepLinesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final Names names = new Names(Map.of(Names.Kind.PERSON, id -> Optional.of("Ben Okafor")));

    @Test
    void aUserTaskIsToldWhenItWaitsAndWhenSomebodyDidIt() {
        assertThat(sentences(new Step("approve", "Approve isolating", "userTask", NOON, NOON.plusSeconds(60), false, "ben")))
                .containsExactly("“Approve isolating” waits for a person.", "Ben Okafor did “Approve isolating”.");
    }

    @Test
    void aTaskThatWasWithdrawnWasNotDone() {
        assertThat(sentences(new Step("approve", "Approve isolating", "userTask", NOON, NOON.plusSeconds(60), true, null)))
                .containsExactly("“Approve isolating” waits for a person.", "“Approve isolating” no longer waits.");
    }

    @Test
    void gatewaysAreLeftToTheDrawing() {
        assertThat(sentences(new Step("who", "Who must agree?", "exclusiveGateway", NOON, NOON, false, null))).isEmpty();
    }

    private List<String> sentences(Step step) {
        return StepLines.of("run", "INC-1", new RunProgress("d", List.of(), List.of(), List.of(), List.of(step)), names).stream()
                .map(TimelineLine::sentence).toList();
    }
}

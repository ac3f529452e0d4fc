package io.countersign.incident;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;

/** Counts what became of the records of each source: accepted, duplicate or quarantined. */
@Service
@Primary
class MeteredAlertIntake implements AlertIntake {

    private final RecordwiseAlertIntake intake;
    private final MeterRegistry registry;

    MeteredAlertIntake(RecordwiseAlertIntake intake, MeterRegistry registry) {
        this.intake = intake;
        this.registry = registry;
    }

    @Override
    public List<IntakeOutcome> receive(AlertSource source, byte[] body, boolean lines) {
        List<IntakeOutcome> outcomes = intake.receive(source, body, lines);
        outcomes.forEach(outcome -> registry.counter("countersign.alerts", "source", source.name(), "outcome",
                outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT)).increment());
        return outcomes;
    }
}

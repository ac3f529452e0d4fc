package io.countersign.sample;

import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IntakeOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The three alerts that give a first visitor something to decide: {@code sample/alerts.json}, taken in like any other. */
@Component
class SampleAlerts {

    static final String SOURCE = "generic";

    private final AlertIntake intake;
    private final AlertSources sources;

    SampleAlerts(AlertIntake intake, AlertSources sources) {
        this.intake = intake;
        this.sources = sources;
    }

    List<IntakeOutcome> send() {
        AlertSource source = sources.all().stream().filter(known -> known.name().equals(SOURCE)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The sample has no alert source " + SOURCE));
        try {
            return intake.receive(source, new ClassPathResource("sample/alerts.json").getContentAsByteArray(), false);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sample alerts cannot be read", broken);
        }
    }
}

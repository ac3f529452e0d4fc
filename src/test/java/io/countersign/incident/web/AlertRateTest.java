package io.countersign.incident.web;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IncidentSettings;
import io.countersign.incident.IntakeRefused;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AlertRateTest {

    @Test
    void sourceThatIsTooFastIsToldWhenToComeBack() throws Exception {
        AlertSources sources = mock();
        when(sources.authenticate("ids", "t")).thenReturn(Optional.of(new AlertSource("ids", "generic", Instant.EPOCH, null)));
        AlertIntake intake = mock();
        when(intake.receive(any(), any(), anyBoolean())).thenThrow(IntakeRefused.tooFast(Duration.ofSeconds(3)));
        IncidentSettings defaults = new Binder(new MapConfigurationPropertySource()).bindOrCreate("countersign.incident", IncidentSettings.class);

        MockMvcBuilders.standaloneSetup(new AlertController(intake, sources, defaults)).setControllerAdvice(new IncidentProblems()).build()
                .perform(post("/api/alerts/ids").header("Authorization", "Bearer t").content("{}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "3"))
                .andExpect(jsonPath("$.detail").value(containsString("again in 3 s")))
                .andExpect(jsonPath("$.limit").value("RATE"));
    }
}

package io.countersign.sample;

import io.countersign.incident.Incidents;
import io.countersign.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the sample on the first start, when everything else is up. An installation that has people in it is never touched. */
@Component
@ConditionalOnProperty("countersign.sample.enabled")
class LoadSample {

    private static final Logger LOG = LoggerFactory.getLogger(LoadSample.class);

    private final People people;
    private final Incidents incidents;
    private final SampleRegistration registration;
    private final SampleAlerts alerts;
    private final SampleNotes notes;

    LoadSample(People people, Incidents incidents, SampleRegistration registration, SampleAlerts alerts, SampleNotes notes) {
        this.people = people;
        this.incidents = incidents;
        this.registration = registration;
        this.alerts = alerts;
        this.notes = notes;
    }

    @EventListener
    void load(ApplicationReadyEvent ready) {
        String address = "http://localhost:" + ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (!people.all().isEmpty()) {
            notes.remind(address);
            return;
        }
        SampleSecrets secrets = registration.register(SampleOrganisation.read());
        if (incidents.count(null) == 0) {
            LOG.info("sample.loaded people={} alerts={}", secrets.passwords().size(), alerts.send().size());
        }
        notes.print(secrets, address);
    }
}

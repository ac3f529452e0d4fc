package io.countersign.sample;

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
    private final FirstStart firstStart;
    private final SampleNotes notes;

    LoadSample(People people, FirstStart firstStart, SampleNotes notes) {
        this.people = people;
        this.firstStart = firstStart;
        this.notes = notes;
    }

    @EventListener
    void load(ApplicationReadyEvent ready) {
        String address = "http://localhost:" + ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (people.all().isEmpty()) {
            SampleSecrets secrets = firstStart.load();
            LOG.info("sample.loaded people={} sources={}", secrets.passwords().size(), secrets.tokens().size());
            notes.print(secrets, address);
        } else {
            notes.remind(address);
        }
    }
}

package io.countersign.sample;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers the sample and sends its alerts in one transaction: all of it or nothing, so that a failed first start can be repeated. */
@Component
class FirstStart {

    private final SampleRegistration registration;
    private final SampleNotes notes;
    private final SampleAlerts alerts;

    FirstStart(SampleRegistration registration, SampleNotes notes, SampleAlerts alerts) {
        this.registration = registration;
        this.notes = notes;
        this.alerts = alerts;
    }

    /** Keeps the notes before the commit: a note of people who do not exist does no harm, people whose passwords nobody knows do. */
    @Transactional
    public SampleSecrets load() {
        SampleSecrets secrets = registration.register(SampleRegistration.read());
        alerts.send();
        notes.keep(secrets);
        return secrets;
    }
}

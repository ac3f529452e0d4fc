package io.countersign.organisation;

import io.countersign.people.DirectoryConflict;
import io.countersign.people.People;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** When everything is up and nobody has an account, makes the first administrator and says so on the console, once. The sample brings its own people. */
@Component
@ConditionalOnProperty(name = "countersign.sample.enabled", havingValue = "false", matchIfMissing = true)
class FirstStartOfAnInstallation {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStartOfAnInstallation.class);

    private final People people;
    private final FirstAdministrator administrator;
    private final OrganisationSettings settings;

    FirstStartOfAnInstallation(People people, FirstAdministrator administrator, OrganisationSettings settings) {
        this.people = people;
        this.administrator = administrator;
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (!settings.firstAdministrator() || !people.all().isEmpty()) {
            return;
        }
        try {
            String password = administrator.make();
            LOG.info("first-administrator.made username={}", FirstAdministrator.USERNAME);
            System.out.printf("%nNobody has an account here yet, so one was made. Sign in at http://localhost:%s and choose a password of your own:%n%n"
                            + "  %s  %s%n%nThe password is kept in %s until you remove it; it works until the first sign-in only.%n%n",
                    ready.getApplicationContext().getEnvironment().getProperty("local.server.port"), FirstAdministrator.USERNAME, password, administrator.file());
        } catch (DirectoryConflict | DataIntegrityViolationException anotherNode) {
            LOG.info("first-administrator.made-elsewhere");
        }
    }
}

package io.countersign.sample;

import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.organisation.LoadOrganisation;
import io.countersign.organisation.Organisation;
import io.countersign.organisation.OrganisationFile;
import io.countersign.people.NewPerson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Registers the sample like any other organisation: {@code sample/organisation.yaml}. */
@Component
class SampleRegistration {

    private static final Actor SAMPLE = Actor.system("sample");

    private final LoadOrganisation organisation;
    private final AlertSources sources;
    private final SampleAgents agents;

    SampleRegistration(LoadOrganisation organisation, AlertSources sources, SampleAgents agents) {
        this.organisation = organisation;
        this.sources = sources;
        this.agents = agents;
    }

    static Organisation read() {
        try (InputStream yaml = new ClassPathResource("sample/organisation.yaml").getInputStream()) {
            return OrganisationFile.read(yaml);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sample organisation cannot be read", broken);
        }
    }

    SampleSecrets register(Organisation sample) {
        Map<NewPerson, String> passwords = organisation.load(sample, false, SAMPLE);
        agents.activate(sample.agents());
        return new SampleSecrets(passwords, sources.formats().stream().sorted().map(format -> sources.create(format, format, SAMPLE)).toList());
    }
}

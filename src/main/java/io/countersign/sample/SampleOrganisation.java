package io.countersign.sample;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.countersign.incident.Asset;
import io.countersign.people.NewPerson;
import io.countersign.people.Team;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Who and what the sample is made of: {@code sample/organisation.yaml}. */
record SampleOrganisation(List<Team> teams, List<NewPerson> people, List<Asset> assets, List<SampleAgent> agents) {

    static SampleOrganisation read() {
        try (InputStream yaml = new ClassPathResource("sample/organisation.yaml").getInputStream()) {
            return new YAMLMapper().readValue(yaml, SampleOrganisation.class);
        } catch (IOException broken) {
            throw new UncheckedIOException("The sample organisation cannot be read", broken);
        }
    }
}

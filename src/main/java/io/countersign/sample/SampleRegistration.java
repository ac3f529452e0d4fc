package io.countersign.sample;

import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.incident.AssetRegister;
import io.countersign.people.NewPerson;
import io.countersign.people.PeopleRegister;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Registers the sample with each module, through the same doors that people use. */
@Component
class SampleRegistration {

    private static final Actor SAMPLE = Actor.system("sample");

    private final PeopleRegister people;
    private final AssetRegister assets;
    private final AlertSources sources;
    private final SampleAgents agents;

    SampleRegistration(PeopleRegister people, AssetRegister assets, AlertSources sources, SampleAgents agents) {
        this.people = people;
        this.assets = assets;
        this.sources = sources;
        this.agents = agents;
    }

    SampleSecrets register(SampleOrganisation organisation) {
        organisation.teams().forEach(team -> people.putTeam(team, SAMPLE));
        Map<NewPerson, String> passwords = new LinkedHashMap<>();
        organisation.people().forEach(person -> passwords.put(person, people.addPerson(person, false, SAMPLE)));
        organisation.assets().forEach(asset -> assets.register(asset, SAMPLE));
        agents.register(organisation.agents(), SAMPLE);
        return new SampleSecrets(passwords,
                sources.formats().stream().sorted().map(format -> sources.create(format, format, SAMPLE)).toList());
    }
}

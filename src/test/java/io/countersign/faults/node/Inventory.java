package io.countersign.faults.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.incident.ObservableKind;
import io.countersign.road.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** People with their passwords, agents that may be contained, and things of every criticality: few enough that incidents share them. */
record Inventory(Organisation organisation, Path folder) {

    private static final List<String> PEOPLE = List.of("ana", "sam", "ben", "eva", "ivo", "chen", "noa", "ada", "eli", "dan");
    private static final int OF_EACH = 12;

    void write(Path file) throws IOException {
        organisation.exists();
        for (int number = 0; number < OF_EACH; number++) {
            Criticality criticality = Criticality.values()[number % Criticality.values().length];
            Environment environment = number % 3 == 0 ? Environment.STAGING : Environment.PRODUCTION;
            thing(ObservableKind.HOST, "ws-" + number + ".corp.example", criticality, environment);
            thing(ObservableKind.ACCOUNT, "user-" + number + "@corp.example", criticality, environment);
            thing(ObservableKind.API_KEY, "AKIA0000" + number, criticality, environment);
            thing(ObservableKind.DOMAIN, "d-" + number + ".example.net", criticality, environment);
            organisation.agent("rogue-" + number);
        }
        Map<String, String> passwords = new TreeMap<>();
        PEOPLE.forEach(name -> passwords.put(name, organisation.password(name)));
        Path draft = Files.writeString(folder.resolve("organisation.draft"), new ObjectMapper().writeValueAsString(passwords));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void thing(ObservableKind kind, String value, Criticality criticality, Environment environment) {
        organisation.asset(kind, value, criticality, environment, kind == ObservableKind.ACCOUNT ? Map.of("privileged-group", "Domain Admins") : Map.of());
    }
}

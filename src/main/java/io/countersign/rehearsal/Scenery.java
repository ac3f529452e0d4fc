package io.countersign.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.countersign.incident.Asset;
import io.countersign.incident.AssetRegister;
import io.countersign.incident.Environment;
import io.countersign.incident.Incidents;
import io.countersign.incident.IntakeOutcome;
import io.countersign.incident.ObservableKind;
import io.countersign.incident.Severity;
import io.countersign.playbook.PlaybookStarter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Puts a script's things into the inventory, sends its alert, and starts its playbook, however the selection would have chosen. */
record Scenery(ApplicationContext product, Cast cast) {

    private static final String SOURCE = "rehearsal";

    PlaybookRunId begin(Scenario scenario) {
        scenario.incident().things().forEach(this::know);
        IncidentId incident = alert(scenario);
        Severity severity = scenario.incident().severity();
        if (severity != Severity.INFORMATIONAL) {
            product.getBean(Incidents.class).changeSeverity(incident, severity, "the script says so", Cast.DIRECTOR);
        }
        return product.getBean(PlaybookStarter.class).start(incident, scenario.playbook(), "it is rehearsed", Cast.DIRECTOR);
    }

    private void know(Scenario.Thing thing) {
        if (thing.kind() == ObservableKind.AGENT) {
            cast.suspect(thing.value());
        }
        if (thing.criticality() != null) {
            String team = Optional.ofNullable(thing.team()).orElse("soc");
            cast.team(team);
            product.getBean(AssetRegister.class).register(new Asset(thing.kind(), thing.value(), thing.criticality(),
                    Optional.ofNullable(thing.environment()).orElse(Environment.PRODUCTION), team, null, Optional.ofNullable(thing.attributes()).orElse(Map.of())), Cast.DIRECTOR);
        }
    }

    /** As an informational alert first, for which nothing is started by itself. */
    private IncidentId alert(Scenario scenario) {
        ObjectNode alert = new ObjectMapper().createObjectNode().put("id", UUID.randomUUID().toString()).put("title", scenario.title()).put("severity", "informational");
        alert.putArray("techniques").add(scenario.incident().technique());
        ArrayNode things = alert.putArray("observables");
        scenario.incident().things().forEach(thing -> things.addObject().put("kind", thing.kind().name().toLowerCase().replace('_', '-')).put("value", thing.value())
                .put("shared", true));
        IntakeOutcome outcome = product.getBean(AlertIntake.class).receive(source(), alert.toString().getBytes(StandardCharsets.UTF_8), false).get(0);
        if (!(outcome instanceof IntakeOutcome.Accepted accepted)) {
            throw new Unexpected("the alert was not accepted: " + outcome);
        }
        EvidenceTrail trail = product.getBean(EvidenceTrail.class);
        return Patience.until("the choice of playbooks", () -> trail.ofIncident(accepted.incident()).stream()
                .filter(row -> row.kind() == EvidenceKind.PLAYBOOK_SELECTED).findFirst().map(row -> accepted.incident()), () -> "nothing was chosen");
    }

    private AlertSource source() {
        AlertSources sources = product.getBean(AlertSources.class);
        return sources.all().stream().filter(source -> source.name().equals(SOURCE)).findFirst().orElseGet(() -> {
            sources.create(SOURCE, "generic", Cast.DIRECTOR);
            return sources.all().stream().filter(source -> source.name().equals(SOURCE)).findFirst().orElseThrow();
        });
    }
}

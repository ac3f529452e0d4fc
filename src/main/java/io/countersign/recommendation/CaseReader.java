package io.countersign.recommendation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.ActionCatalogue;
import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.AlertSummary;
import io.countersign.incident.Asset;
import io.countersign.incident.Assets;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.incident.Observable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what a recommender is told, from the incident and the inventory, bounded in size. */
@Component
class CaseReader {

    private static final int ALERTS = 50;
    private static final int OBSERVABLES = 200;
    private static final int LONGEST_TEXT = 500;

    private final Incidents incidents;
    private final Assets assets;
    private final ActionCatalogue catalogue;
    private final Agents agents;
    private final InstantSource clock;
    private final ObjectMapper json = new ObjectMapper();

    CaseReader(Incidents incidents, Assets assets, ActionCatalogue catalogue, Agents agents, InstantSource clock) {
        this.incidents = incidents;
        this.assets = assets;
        this.catalogue = catalogue;
        this.agents = agents;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if there is no such incident */
    @Transactional(readOnly = true)
    public CaseFile read(IncidentId id, String agentId) {
        IncidentView incident = incidents.find(id).orElseThrow(() -> new IllegalArgumentException("There is no incident " + id));
        Optional<Agent> agent = agents.find(agentId);
        Map<Observable, Asset> known = new LinkedHashMap<>();
        List<Observable> observables = incident.observables().stream().limit(OBSERVABLES).toList();
        observables.forEach(seen -> assets.find(seen.kind(), seen.value()).ifPresent(asset -> known.put(seen, asset)));
        RecommenderInput input = new RecommenderInput(1,
                new RecommenderInput.Incident(id.toString(), incident.severity().name(), incident.environment().name(), incident.techniques(),
                        incident.alerts().size()),
                incident.alerts().stream().sorted(Comparator.comparing(AlertSummary::receivedAt).reversed()).limit(ALERTS).map(CaseReader::alert).toList(),
                observables.stream().map(seen -> thing(seen, known.get(seen))).toList(), agent.map(this::allowed).orElse(List.of()));
        return caseFile(incident, agent, known, input);
    }

    private CaseFile caseFile(IncidentView incident, Optional<Agent> agent, Map<Observable, Asset> known, RecommenderInput input) {
        try {
            String text = new JsonCanonicalizer(json.writeValueAsString(input)).getEncodedString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new CaseFile(incident, agent, clock.instant(), known, json.readTree(text), text, HexFormat.of().formatHex(hash));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("Incident " + incident.id() + " could not be written as JSON", unwritable);
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("The inputs of a recommendation could not be hashed", impossible);
        }
    }

    private List<RecommenderInput.Action> allowed(Agent agent) {
        return catalogue.all().stream().filter(type -> agent.actionTypes().contains(type.id()))
                .map(type -> new RecommenderInput.Action(type.id(), type.name(), type.targetKind().name(), type.parameters())).toList();
    }

    private static RecommenderInput.Alert alert(AlertSummary alert) {
        return new RecommenderInput.Alert(alert.source(), cut(alert.title()), cut(alert.description()), alert.severity().name(), alert.techniques(),
                String.valueOf(alert.observedAt()));
    }

    private static RecommenderInput.Thing thing(Observable seen, Asset asset) {
        return new RecommenderInput.Thing(seen.kind().name(), seen.value(), seen.internal(), asset == null ? null
                : new RecommenderInput.Inventory(asset.criticality().name(), asset.environment().name(), asset.shared(), asset.attributes()));
    }

    private static String cut(String text) {
        return text == null || text.length() <= LONGEST_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT / 2)) + "…";
    }
}

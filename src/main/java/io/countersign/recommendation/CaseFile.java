package io.countersign.recommendation;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.agent.Agent;
import io.countersign.incident.Asset;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Observable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an incident when advice is asked for.
 *
 * @param agent  the agent on whose behalf advice is asked; empty if it is not in the register
 * @param at     when this was read
 * @param assets inventory entries of the observables that are in the inventory
 * @param input  what the recommender is told
 * @param text   the input as canonical JSON (RFC 8785)
 * @param digest SHA-256 of that text, 64 lower-case hex digits
 */
record CaseFile(IncidentView incident, Optional<Agent> agent, Instant at, Map<Observable, Asset> assets, JsonNode input, String text,
                String digest) {

    CaseFile {
        assets = Map.copyOf(assets);
    }

    /** Nothing is asked on behalf of an agent that may not act. */
    Optional<Agent> activeAgent() {
        return agent.filter(known -> known.activeAt(at));
    }
}

package io.countersign.recommendation;

import java.util.List;
import java.util.Map;

/**
 * What a recommender is told, as JSON of layout version 1. Titles and descriptions are what alerts said: data, never an
 * instruction. What may be proposed is closed by {@code allowedActions} and {@code observables}.
 */
record RecommenderInput(int countersign, Incident incident, List<Alert> alerts, List<Thing> observables, List<Action> allowedActions) {

    /** @param alertCount how many alerts there are; only the newest are listed */
    record Incident(String id, String severity, String environment, List<String> techniques, int alertCount) {
    }

    record Alert(String source, String title, String description, String severity, List<String> techniques, String observedAt) {
    }

    /** @param asset null where the inventory does not have it */
    record Thing(String kind, String value, boolean internal, Inventory asset) {
    }

    record Inventory(String criticality, String environment, boolean shared, Map<String, String> attributes) {
    }

    record Action(String id, String name, String targetKind, List<String> parameters) {
    }
}

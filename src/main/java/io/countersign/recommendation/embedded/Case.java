package io.countersign.recommendation.embedded;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The input as this recommender reads it. Descriptions are left out on purpose: they are free text. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Case(Incident incident, List<Alert> alerts, List<Thing> observables, List<Action> allowedActions) {

    Stream<String> allTechniques() {
        return Stream.concat(incident.techniques().stream(), alerts.stream().flatMap(alert -> alert.techniques().stream()));
    }

    /** A page on a host of ours and a sender of a domain of ours are ours, too. */
    boolean isOurs(Thing thing) {
        return thing.internal() || observables.stream().filter(other -> other.kind().equals("DOMAIN") && other.internal()).anyMatch(domain ->
                thing.kind().equals("URL") && domain.value().equals(URI.create(thing.value()).getHost())
                        || thing.kind().equals("SENDER") && thing.value().endsWith("@" + domain.value()));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Incident(String severity, List<String> techniques, int alertCount) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alert(String source, String title, List<String> techniques) {
    }

    record Thing(String kind, String value, boolean internal, Inventory asset) {

        /** @return null where the inventory does not say */
        String attribute(String name) {
            return asset == null ? null : asset.attributes().get(name);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Inventory(String criticality, boolean shared, Map<String, String> attributes) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Action(String id, String targetKind, List<String> parameters) {
    }
}

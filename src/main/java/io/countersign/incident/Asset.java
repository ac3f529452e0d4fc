package io.countersign.incident;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A thing of the organisation, from its inventory. The attribute {@code shared=true} marks what many unrelated alerts name, such as
 * a proxy or a resolver: it never joins alerts to an incident.
 *
 * @param value      as alerts are normalised: lower case, canonical addresses
 * @param owner      username of the person who answers for it; may be null
 * @param attributes further facts from the inventory, for example {@code role=domain-controller} or {@code privileged-group=Domain Admins}
 */
public record Asset(ObservableKind kind, String value, Criticality criticality, Environment environment, String team, String owner,
                    Map<String, String> attributes) {

    private static final Set<ObservableKind> LOWER_CASE = EnumSet.complementOf(EnumSet.of(ObservableKind.URL, ObservableKind.PROCESS, ObservableKind.RESOURCE,
            ObservableKind.MESSAGE, ObservableKind.API_KEY, ObservableKind.APPLICATION, ObservableKind.CLOUD_PRINCIPAL));

    public Asset {
        if (kind == null || criticality == null || environment == null || team == null || team.isBlank()) {
            throw new IllegalArgumentException("An asset has a kind, a criticality, an environment and a team");
        }
        if (value == null || value.isBlank() || value.length() > 512 || !value.equals(value.toLowerCase(Locale.ROOT)) && LOWER_CASE.contains(kind)) {
            throw new IllegalArgumentException("The value of an asset has 1 to 512 characters, and names are in lower case: " + value);
        }
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** Whether many unrelated alerts name it. */
    public boolean shared() {
        return Boolean.parseBoolean(attributes.get("shared"));
    }
}

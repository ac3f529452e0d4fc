package io.countersign.incident;

import java.util.Map;

/**
 * A thing of the organisation, from its inventory.
 *
 * @param owner      username of the person who answers for it; may be null
 * @param attributes further facts from the inventory, for example {@code role=domain-controller} or {@code privileged-group=Domain Admins}
 */
public record Asset(ObservableKind kind, String value, Criticality criticality, Environment environment, String team, String owner,
                    Map<String, String> attributes) {
}

package io.countersign.console;

import static io.countersign.console.AccessRule.rule;
import static io.countersign.people.Role.ADMINISTRATOR;
import static io.countersign.people.Role.ANALYST;
import static io.countersign.people.Role.APPROVER;
import static io.countersign.people.Role.GOVERNOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;

/** The part of the {@link AccessTable} for stops and dry runs: all see them, most may press a stop, and lifting takes two of those who decide on containment. */
final class StopAccess {

    private static final Access PRESS = Access.roles(ANALYST, APPROVER, GOVERNOR, ADMINISTRATOR);
    private static final Access LIFT = Access.roles(APPROVER, GOVERNOR);

    static final List<AccessRule> RULES = List.of(
            rule(GET, "/stops", Access.anyRole()),
            rule(POST, "/stops", PRESS),
            rule(POST, "/stops/{id}/*", LIFT),
            rule(GET, "/dry-runs", Access.anyRole()),
            rule(POST, "/dry-runs", Access.roles(GOVERNOR, ADMINISTRATOR)),
            rule(POST, "/dry-runs/{id}/end", Access.roles(GOVERNOR)),
            rule(GET, "/api/dry-runs", Access.anyRole()),
            rule(POST, "/api/dry-runs", Access.roles(GOVERNOR, ADMINISTRATOR)),
            rule(POST, "/api/dry-runs/{id}/end", Access.roles(GOVERNOR)),
            rule(GET, "/api/stops", Access.anyRole()),
            rule(GET, "/api/stops/held", Access.anyRole()),
            rule(POST, "/api/stops", PRESS),
            rule(POST, "/api/stops/{id}/*", LIFT));

    private StopAccess() {
    }
}

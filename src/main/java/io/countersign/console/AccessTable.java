package io.countersign.console;

import static io.countersign.console.AccessRule.rule;
import static io.countersign.people.Role.ADMINISTRATOR;
import static io.countersign.people.Role.AUDITOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may open which page and call which endpoint: the only place that says so. The first row that matches counts; what no row
 * names is refused, also to administrators. {@code AccessTableTest} compares it with every handler that exists.
 */
@Component
class AccessTable {

    private static final List<AccessRule> RULES = List.of(
            // What a browser needs before anybody signed in.
            rule(GET, "/login", Access.everyone()),
            rule(GET, "/assets/**", Access.everyone()),
            rule(GET, "/vendor/**", Access.everyone()),
            rule(GET, "/webjars/**", Access.everyone()),
            // Operation.
            rule(GET, "/actuator/health", Access.everyone()),
            rule(GET, "/actuator/health/liveness", Access.everyone()),
            rule(GET, "/actuator/health/readiness", Access.everyone()),
            rule(GET, "/actuator/prometheus", Access.rolesOrScraper(ADMINISTRATOR, AUDITOR)),
            rule(GET, "/v3/api-docs", Access.anyRole()),
            rule(GET, "/v3/api-docs.yaml", Access.anyRole()),
            // The shell.
            rule(GET, "/", Access.anyRole()),
            rule(GET, "/search", Access.anyRole()),
            // People.
            rule(GET, "/account/password", Access.signedIn()),
            rule(POST, "/account/password", Access.signedIn()),
            rule(GET, "/people", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(GET, "/people.csv", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(GET, "/people/new", Access.roles(ADMINISTRATOR)),
            rule(POST, "/people", Access.roles(ADMINISTRATOR)),
            rule(GET, "/people/{username}", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(POST, "/people/{username}/*", Access.roles(ADMINISTRATOR)),
            // The sandbox.
            rule(GET, "/api/sandbox/targets", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/sandbox/targets/state", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/sandbox/targets/training", Access.roles(ADMINISTRATOR)));

    List<AccessRule> rules() {
        return RULES;
    }

    /** The row that governs the request; empty means that nobody may. */
    Optional<AccessRule> find(HttpServletRequest request) {
        return RULES.stream().filter(rule -> rule.matcher().matches(request)).findFirst();
    }
}

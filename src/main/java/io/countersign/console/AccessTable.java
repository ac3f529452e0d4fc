package io.countersign.console;

import static io.countersign.console.AccessRule.rule;
import static io.countersign.people.Role.ADMINISTRATOR;
import static io.countersign.people.Role.ANALYST;
import static io.countersign.people.Role.APPROVER;
import static io.countersign.people.Role.AUDITOR;
import static io.countersign.people.Role.DESIGNER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may open which page and call which endpoint: the only place that says so, with its
 * parts for playbooks, stops and guardrails. The first row that matches counts; what no row
 * names is refused, also to administrators. {@code AccessTableTest} compares it with every handler that exists.
 */
@Component
class AccessTable {

    private static final List<AccessRule> REST = List.of(
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
            rule(GET, "/organisation", Access.roles(ADMINISTRATOR)),
            rule(POST, "/organisation", Access.roles(ADMINISTRATOR)),
            rule(GET, "/account/tokens", Access.roles(DESIGNER)),
            rule(POST, "/account/tokens", Access.roles(DESIGNER)),
            rule(POST, "/account/tokens/{id}/void", Access.roles(DESIGNER)),
            rule(GET, "/api/people", Access.anyRole()),
            rule(GET, "/api/people/me", Access.anyRole()),
            rule(POST, "/api/people", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/organisation", Access.roles(ADMINISTRATOR)),
            // Alerts come in by a door of their own, with the token of their source.
            rule(POST, "/api/alerts/{source}", Access.machine()),
            rule(GET, "/api/alerts/generic/schema", Access.anyRole()),
            rule(GET, "/sources", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(POST, "/sources", Access.roles(ADMINISTRATOR)),
            rule(POST, "/sources/{name}/*", Access.roles(ADMINISTRATOR)),
            rule(GET, "/api/alert-sources", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(POST, "/api/alert-sources", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/alert-sources/{name}/*", Access.roles(ADMINISTRATOR)),
            // Consumers pull block lists by a door of their own, too.
            rule(GET, "/api/lists/{list}", Access.machine()),
            rule(GET, "/lists", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(POST, "/lists", Access.roles(ADMINISTRATOR)),
            rule(POST, "/lists/{name}/*", Access.roles(ADMINISTRATOR)),
            rule(GET, "/api/list-consumers", Access.roles(ADMINISTRATOR, AUDITOR)),
            rule(POST, "/api/list-consumers", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/list-consumers/{name}/*", Access.roles(ADMINISTRATOR)),
            rule(GET, "/quarantine", Access.roles(ANALYST, AUDITOR, ADMINISTRATOR)),
            rule(GET, "/api/quarantine", Access.roles(ANALYST, AUDITOR, ADMINISTRATOR)),
            rule(GET, "/api/quarantine/{id}/raw", Access.roles(ANALYST, AUDITOR, ADMINISTRATOR)),
            // Incidents: read by all who work here, changed by those who work them.
            rule(GET, "/incidents", Access.anyRole()),
            rule(GET, "/incidents.csv", Access.anyRole()),
            rule(GET, "/api/incidents", Access.anyRole()),
            rule(GET, "/api/incidents/{id}", Access.anyRole()),
            rule(POST, "/api/incidents/{id}/ticket", Access.roles(ANALYST)),
            rule(POST, "/api/incidents/{id}/severity", Access.roles(ANALYST)),
            // Agents: an administrator or the owner changes one, which the module itself checks.
            rule(GET, "/agents", Access.anyRole()),
            rule(GET, "/agents/{id}", Access.anyRole()),
            rule(POST, "/agents/{id}/status", Access.anyRole()),
            rule(GET, "/api/agents", Access.anyRole()),
            rule(POST, "/api/agents/{id}/status", Access.anyRole()),
            // The record.
            rule(GET, "/api/evidence", Access.roles(AUDITOR, ADMINISTRATOR)),
            // Camunda Modeler. Whoever starts a run has to work incidents, here as anywhere.
            rule(GET, "/engine-rest/deployment", Access.roles(DESIGNER)),
            rule(GET, "/engine-rest/version", Access.roles(DESIGNER)),
            rule(POST, "/engine-rest/deployment/create", Access.roles(DESIGNER)),
            rule(POST, "/engine-rest/process-definition/{id}/start", Access.roles(ANALYST)),
            rule(GET, "/.well-known/camunda-automation-platform/webapps", Access.everyone()),
            rule(GET, "/modeler/repository", Access.anyRole()),
            rule(GET, "/modeler/process-instance/{id}", Access.anyRole()),
            // The sandbox.
            rule(GET, "/api/sandbox/targets", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/sandbox/targets/state", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/sandbox/targets/training", Access.roles(ADMINISTRATOR)),
            // The desk: everybody with a role reads; who decides and orders has a role for it. Administrators have no power over a containment.
            rule(GET, "/api/approvals", Access.anyRole()),
            rule(GET, "/api/approvals/{id}", Access.anyRole()),
            rule(POST, "/api/approvals/{id}/decision", Access.roles(APPROVER)),
            rule(GET, "/api/tasks", Access.anyRole()),
            rule(GET, "/api/tasks/{id}", Access.anyRole()),
            rule(POST, "/api/tasks/{id}/completion", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/api/incidents/{id}/runs", Access.anyRole()),
            rule(GET, "/api/incidents/{id}/timeline", Access.anyRole()),
            rule(POST, "/api/incidents/{id}/runs", Access.roles(ANALYST)),
            rule(GET, "/api/runs", Access.anyRole()),
            rule(GET, "/api/runs.csv", Access.anyRole()),
            rule(GET, "/api/runs/{id}", Access.anyRole()),
            rule(GET, "/api/runs/{id}/timeline", Access.anyRole()),
            rule(GET, "/api/runs/{id}/plan", Access.anyRole()),
            rule(POST, "/api/runs/{id}/rollback", Access.roles(ANALYST, APPROVER)),
            rule(POST, "/api/runs/{id}/release", Access.roles(ANALYST, APPROVER)),
            rule(POST, "/api/runs/{id}/keep", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/api/leases", Access.anyRole()),
            rule(GET, "/api/leases.csv", Access.anyRole()),
            rule(GET, "/api/orphans", Access.anyRole()),
            rule(GET, "/api/leases/{id}", Access.anyRole()),
            rule(GET, "/api/decisions", Access.anyRole()),
            rule(GET, "/api/decisions/{definition}/dmn", Access.anyRole()),
            rule(GET, "/api/actions", Access.anyRole()),
            rule(GET, "/api/connectors", Access.anyRole()),
            rule(GET, "/api/stuck", Access.anyRole()),
            rule(POST, "/api/stuck/{id}/retry", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/inbox", Access.anyRole()),
            rule(POST, "/inbox/stuck/{id}/retry", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/approvals/{id}", Access.anyRole()),
            rule(GET, "/approvals/{id}/after", Access.anyRole()),
            rule(POST, "/approvals/{id}", Access.roles(APPROVER)),
            rule(GET, "/tasks/{id}", Access.anyRole()),
            rule(GET, "/tasks/{id}/form", Access.anyRole()),
            rule(POST, "/tasks/{id}", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/incidents/{id}", Access.anyRole()),
            rule(GET, "/incidents/{id}/live", Access.anyRole()),
            rule(POST, "/incidents/{id}/ticket", Access.roles(ANALYST)),
            rule(POST, "/incidents/{id}/severity", Access.roles(ANALYST)),
            rule(POST, "/incidents/{id}/runs", Access.roles(ANALYST)),
            rule(GET, "/runs/{id}/plan", Access.anyRole()),
            rule(GET, "/runs/{id}/plan/form", Access.anyRole()),
            rule(POST, "/runs/{id}/plan", Access.roles(ANALYST, APPROVER)),
            rule(GET, "/runs/{id}/result", Access.anyRole()),
            rule(GET, "/runs/{id}/result/now", Access.anyRole()),
            rule(GET, "/containment", Access.anyRole()),
            rule(GET, "/containment.csv", Access.anyRole()),
            rule(GET, "/history", Access.anyRole()),
            rule(GET, "/history.csv", Access.anyRole()),
            rule(GET, "/runs/{id}", Access.anyRole()),
            rule(GET, "/records/{number}", Access.anyRole()),
            rule(GET, "/policy", Access.anyRole()),
            rule(GET, "/policy/{definition}", Access.anyRole()),
            rule(GET, "/actions", Access.anyRole()));

    private static final List<AccessRule> RULES = Stream.of(PlaybookAccess.RULES, StopAccess.RULES, GuardrailAccess.RULES, REST).flatMap(List::stream).toList();

    List<AccessRule> rules() {
        return RULES;
    }

    /** The row that governs the request; empty means that nobody may. */
    Optional<AccessRule> find(HttpServletRequest request) {
        return RULES.stream().filter(rule -> rule.matcher().matches(request)).findFirst();
    }
}

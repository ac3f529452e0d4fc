package io.countersign.console;

import static io.countersign.console.AccessRule.rule;
import static io.countersign.people.Role.ADMINISTRATOR;
import static io.countersign.people.Role.ANALYST;
import static io.countersign.people.Role.APPROVER;
import static io.countersign.people.Role.GOVERNOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;

/** The part of the {@link AccessTable} for guardrails: administrators set them, those who work a case ask for an override, those who decide agree to it. */
final class GuardrailAccess {

    private static final Access ASK = Access.roles(ANALYST, APPROVER);
    private static final Access DECIDE = Access.roles(APPROVER, GOVERNOR);

    static final List<AccessRule> RULES = List.of(
            rule(GET, "/guardrails", Access.anyRole()),
            rule(POST, "/guardrails", Access.roles(ADMINISTRATOR)),
            rule(POST, "/guardrails/{id}/state", Access.roles(ADMINISTRATOR)),
            rule(POST, "/guardrails/overrides", ASK),
            rule(POST, "/guardrails/overrides/{id}", DECIDE),
            rule(GET, "/api/guardrails", Access.anyRole()),
            rule(POST, "/api/guardrails", Access.roles(ADMINISTRATOR)),
            rule(POST, "/api/guardrails/{id}/state", Access.roles(ADMINISTRATOR)),
            rule(GET, "/api/guardrails/overrides", Access.anyRole()),
            rule(POST, "/api/guardrails/overrides", ASK),
            rule(POST, "/api/guardrails/overrides/{id}/decision", DECIDE));

    private GuardrailAccess() {
    }
}

package io.countersign.console;

import static io.countersign.console.AccessRule.rule;
import static io.countersign.people.Role.DESIGNER;
import static io.countersign.people.Role.GOVERNOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;

/**
 * The part of the {@link AccessTable} for playbooks: all who work here read them, designers send them, governors decide on what gains
 * authority. That nobody decides on what they sent themselves is checked behind the door.
 */
final class PlaybookAccess {

    static final List<AccessRule> RULES = List.of(
            rule(GET, "/playbooks", Access.anyRole()),
            rule(GET, "/playbooks/upload", Access.roles(DESIGNER)),
            rule(POST, "/playbooks/upload", Access.roles(DESIGNER)),
            rule(GET, "/playbooks/submissions", Access.anyRole()),
            rule(GET, "/playbooks/submissions/{id}", Access.anyRole()),
            rule(POST, "/playbooks/submissions/{id}/activate", Access.roles(GOVERNOR)),
            rule(POST, "/playbooks/submissions/{id}/refuse", Access.roles(GOVERNOR)),
            rule(GET, "/playbooks/{key}", Access.anyRole()),
            rule(GET, "/playbooks/{key}/diff", Access.anyRole()),
            rule(POST, "/playbooks/{key}/runs/{run}/move", Access.roles(GOVERNOR)),
            rule(GET, "/api/playbooks", Access.anyRole()),
            rule(POST, "/api/playbooks", Access.roles(DESIGNER)),
            rule(GET, "/api/playbooks/standing", Access.anyRole()),
            rule(GET, "/api/playbooks/{definition}/bpmn", Access.anyRole()),
            rule(GET, "/api/playbooks/{key}/versions", Access.anyRole()),
            rule(GET, "/api/playbooks/{key}/diff", Access.anyRole()),
            rule(GET, "/api/playbooks/{key}/moves", Access.anyRole()),
            rule(POST, "/api/runs/{run}/move", Access.roles(GOVERNOR)),
            rule(GET, "/api/submissions", Access.anyRole()),
            rule(GET, "/api/submissions/{id}", Access.anyRole()),
            rule(GET, "/api/submissions/{id}/files/{file}", Access.anyRole()),
            rule(POST, "/api/submissions/{id}/activate", Access.roles(GOVERNOR)),
            rule(POST, "/api/submissions/{id}/refuse", Access.roles(GOVERNOR)));

    private PlaybookAccess() {
    }
}

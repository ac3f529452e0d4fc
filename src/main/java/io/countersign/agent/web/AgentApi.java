package io.countersign.agent.web;

import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of agents over REST. An agent is started, stopped and ended by an administrator or by the person who answers for it. */
@RestController
@RequestMapping("/api/agents")
@Tag(name = "Agents")
class AgentApi {

    private final Agents agents;
    private final AgentStanding standing;

    AgentApi(Agents agents, AgentStanding standing) {
        this.agents = agents;
        this.standing = standing;
    }

    @GetMapping
    @Operation(summary = "Lists agents with their owners and limits")
    List<Agent> all() {
        return agents.all();
    }

    @PostMapping("/{id}/status")
    @Operation(summary = "Starts, stops or ends an agent", description = "For administrators and the owner of the agent.")
    Agent changeStatus(@PathVariable String id, @Valid @RequestBody StatusChange change, Principal who) {
        return standing.change(id, change.status(), change.reason(), who.getName());
    }

    /** What an agent shall become, and why. */
    record StatusChange(@NotNull AgentStatus status, @NotBlank @Size(max = 500) String reason) {
    }
}

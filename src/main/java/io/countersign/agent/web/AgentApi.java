package io.countersign.agent.web;

import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The register of agents over REST. An agent is started, stopped and ended by an administrator or by the person who answers for it. */
@RestController
@RequestMapping("/api/agents")
class AgentApi {

    private final Agents agents;
    private final People people;

    AgentApi(Agents agents, People people) {
        this.agents = agents;
        this.people = people;
    }

    @GetMapping
    List<Agent> all() {
        return agents.all();
    }

    @PostMapping("/{id}/status")
    Agent changeStatus(@PathVariable String id, @Valid @RequestBody StatusChange change, Principal who) {
        Agent agent = find(id);
        Person person = people.find(who.getName()).filter(Person::active).orElseThrow(() -> new AccessDeniedException("Not an active person"));
        if (!person.mayAct(Role.ADMINISTRATOR) && !person.username().equals(agent.owner())) {
            throw new AccessDeniedException("Neither an administrator nor the owner of agent " + id);
        }
        agents.changeStatus(id, change.status(), change.reason(), Actor.person(person.username()));
        return find(id);
    }

    private Agent find(String id) {
        return agents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no agent " + id));
    }

    /** What an agent shall become, and why. */
    record StatusChange(@NotNull AgentStatus status, @NotBlank @Size(max = 500) String reason) {
    }
}

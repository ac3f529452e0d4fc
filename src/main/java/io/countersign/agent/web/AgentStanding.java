package io.countersign.agent.web;

import io.countersign.agent.Agent;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.agent.SuspensionStands;
import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may start, stop and end an agent: an administrator, or the person who answers for it; the latter lifts no suspension but their own. */
@Component
class AgentStanding {

    private final Agents agents;
    private final People people;

    AgentStanding(Agents agents, People people) {
        this.agents = agents;
        this.people = people;
    }

    Agent find(String id) {
        return agents.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no agent " + id));
    }

    /** What this person may make of the agent. */
    List<AgentStatus> moves(Agent agent, String username) {
        return mayChange(agent, username) ? agent.status().next().stream()
                .filter(to -> to != AgentStatus.ACTIVE || agent.mayBeStartedBy(username, administrator(username))).toList() : List.of();
    }

    Agent change(String id, AgentStatus to, String reason, String username) {
        if (!mayChange(find(id), username)) {
            throw new AccessDeniedException("Neither an administrator nor the owner of agent " + id);
        }
        try {
            agents.changeStatus(id, to, reason, Actor.person(username));
        } catch (SuspensionStands notTheirs) {
            throw new AccessDeniedException(notTheirs.getMessage());
        }
        return find(id);
    }

    private boolean mayChange(Agent agent, String username) {
        return administrator(username) || people.find(username).filter(Person::active).filter(person -> person.username().equals(agent.owner())).isPresent();
    }

    private boolean administrator(String username) {
        return people.find(username).filter(person -> person.mayAct(Role.ADMINISTRATOR)).isPresent();
    }
}

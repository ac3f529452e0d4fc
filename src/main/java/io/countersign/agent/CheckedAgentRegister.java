package io.countersign.agent;

import io.countersign.action.ActionCatalogue;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Person;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers an agent only when everything it names exists: its owner, its team and each action type. */
@Service
class CheckedAgentRegister implements AgentRegister {

    private final RegisteredAgents agents;
    private final People people;
    private final ActionCatalogue catalogue;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    CheckedAgentRegister(RegisteredAgents agents, People people, ActionCatalogue catalogue, EvidenceLog evidence, InstantSource clock) {
        this.agents = agents;
        this.people = people;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Agent register(NewAgent agent, Actor by) {
        require(!agents.existsById(agent.id()), "id: there is an agent " + agent.id() + " already");
        require(people.find(agent.owner()).filter(Person::active).isPresent(), "owner: '" + agent.owner() + "' is no active person");
        require(people.team(agent.team()).isPresent(), "team: there is no team '" + agent.team() + "'");
        agent.actionTypes().forEach(type -> require(catalogue.find(type).isPresent(), "actionTypes: the catalogue has no '" + type + "'"));
        require(agent.endsAt().isAfter(clock.instant()), "endsAt: " + agent.endsAt() + " is not in the future");
        Agent registered = agents.saveAndFlush(new RegisteredAgent(agent)).view();
        evidence.append(EvidenceEntry.of(EvidenceKind.AGENT_CHANGED, by).with("agent", agent.id()).with("agentOwner", agent.owner())
                .with("team", agent.team()).with("to", registered.status().name()).with("purpose", agent.purpose())
                .with("actionTypes", agent.actionTypes().stream().sorted().toList()).with("ceiling", agent.ceiling().name())
                .with("endsAt", agent.endsAt().toString()));
        return registered;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

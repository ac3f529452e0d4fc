package io.countersign.agent;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agents as they stand in the register, and the moves of their lives. */
@Service
@Transactional(readOnly = true)
class JpaAgents implements Agents {

    private final RegisteredAgents agents;
    private final AgentRows rows;
    private final People people;
    private final EvidenceLog evidence;

    JpaAgents(RegisteredAgents agents, AgentRows rows, People people, EvidenceLog evidence) {
        this.agents = agents;
        this.rows = rows;
        this.people = people;
        this.evidence = evidence;
    }

    @Override
    public Optional<Agent> find(String id) {
        return rows.find(id);
    }

    @Override
    public List<Agent> all() {
        return agents.all().stream().map(RegisteredAgent::view).toList();
    }

    @Override
    @Transactional
    public void changeStatus(String id, AgentStatus to, String reason, Actor by) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("reason: say in 1 to 500 characters why");
        }
        RegisteredAgent agent = agents.lock(id).orElseThrow(() -> new IllegalArgumentException("There is no agent " + id));
        AgentStatus from = agent.view().status();
        if (to == AgentStatus.ACTIVE && !mayStart(agent.view(), by)) {
            throw new SuspensionStands("Agent " + id + " was suspended by somebody else: only an administrator lets it act again");
        }
        agent.move(to, by);
        agents.saveAndFlush(agent);
        evidence.append(EvidenceEntry.of(EvidenceKind.AGENT_CHANGED, by).with("agent", id).with("agentOwner", agent.view().owner())
                .with("from", from.name()).with("to", to.name()).with("reason", reason));
    }

    private boolean mayStart(Agent agent, Actor by) {
        return by.kind() != Actor.Kind.PERSON
                || agent.mayBeStartedBy(by.id(), people.find(by.id()).filter(person -> person.mayAct(Role.ADMINISTRATOR)).isPresent());
    }

    @Override
    public Actor actor(String id) {
        return find(id).map(agent -> Actor.agent(agent.id(), agent.owner()))
                .orElseThrow(() -> new IllegalArgumentException("There is no agent " + id));
    }
}

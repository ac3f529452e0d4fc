package io.countersign.connector.countersign;

import io.countersign.agent.Agent;
import io.countersign.agent.Agents;
import io.countersign.connector.TargetUnreadable;
import io.countersign.evidence.Actor;
import org.springframework.stereotype.Component;

/** The register of agents as the actions here see it. */
@Component
class KnownAgents {

    static final Actor OURSELVES = Actor.system("containment");

    private final Agents agents;

    KnownAgents(Agents agents) {
        this.agents = agents;
    }

    Agent get(String id) {
        return agents.find(id).orElseThrow(() -> new TargetUnreadable("There is no agent '" + id + "' in the register"));
    }

    Agents register() {
        return agents;
    }
}

package io.countersign.sample;

import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.evidence.Actor;
import io.countersign.organisation.PlannedAgent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Activates each agent of the sample in the name of its owner. */
@Component
class SampleAgents {

    private final Agents agents;

    SampleAgents(Agents agents) {
        this.agents = agents;
    }

    void activate(List<PlannedAgent> all) {
        all.forEach(agent -> agents.changeStatus(agent.id(), AgentStatus.ACTIVE, "Part of the sample organisation", Actor.person(agent.owner())));
    }
}

package io.countersign.sample;

import io.countersign.agent.AgentRegister;
import io.countersign.agent.AgentStatus;
import io.countersign.agent.Agents;
import io.countersign.evidence.Actor;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Registers the sample's agents, and activates each in the name of its owner. */
@Component
class SampleAgents {

    private final AgentRegister register;
    private final Agents agents;
    private final InstantSource clock;

    SampleAgents(AgentRegister register, Agents agents, InstantSource clock) {
        this.register = register;
        this.agents = agents;
        this.clock = clock;
    }

    void register(List<SampleAgent> all, Actor by) {
        for (SampleAgent agent : all) {
            register.register(agent.registeredAt(clock.instant()), by);
            agents.changeStatus(agent.id(), AgentStatus.ACTIVE, "Part of the sample organisation", Actor.person(agent.owner()));
        }
    }
}

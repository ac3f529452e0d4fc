package io.countersign.agent;

import io.countersign.evidence.Actor;

/** Adds agents. A new one is REGISTERED and can do nothing until somebody makes it ACTIVE with {@link Agents#changeStatus}. */
public interface AgentRegister {

    /**
     * Registers the agent and records who did.
     *
     * @throws IllegalArgumentException if the id is taken, the owner is no active person, the team or an action type is
     *                                  unknown, or the end is not in the future; the message names the field
     */
    Agent register(NewAgent agent, Actor by);
}

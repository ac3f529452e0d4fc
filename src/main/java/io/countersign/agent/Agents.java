package io.countersign.agent;

import io.countersign.evidence.Actor;
import java.util.List;
import java.util.Optional;

/** The register of agents. Callers MUST refuse when it is empty-handed. */
public interface Agents {

    Optional<Agent> find(String id);

    List<Agent> all();

    /**
     * @throws IllegalStateException when the life cycle does not allow the move
     * @throws SuspensionStands      when a person who is no administrator would lift a suspension that is not their own
     */
    void changeStatus(String id, AgentStatus to, String reason, Actor by);

    /** The agent as an actor on the record, with its owner. @throws IllegalArgumentException if unknown */
    Actor actor(String id);
}

package io.countersign.connector.countersign;

import io.countersign.agent.AgentEffects;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Has what an agent did taken back: orders the roll back of each run in which an effect of it is in force. The runs then undo
 * in their own reverse order, with their own credentials and observation; this one is done when nothing of it is seen in force.
 */
@Component
class RollBackAgentActions implements OwnAction {

    private static final String IN_FORCE = "effects-in-force";

    private final KnownAgents agents;
    private final ObjectProvider<AgentEffects> effects;

    RollBackAgentActions(KnownAgents agents, ObjectProvider<AgentEffects> effects) {
        this.agents = agents;
        this.effects = effects;
    }

    @Override
    public String actionType() {
        return "roll-back-agent-actions";
    }

    @Override
    public TargetState see(String agent) {
        return TargetState.of(IN_FORCE, String.valueOf(effects.getObject().inEffect(agents.get(agent).id())));
    }

    @Override
    public TargetState expected(TargetState prior) {
        return TargetState.of(IN_FORCE, "0");
    }

    @Override
    public Answer act(ConnectorCall call) {
        AgentEffects.Ordered ordered = effects.getObject().takeBack(call.target().value(), call.actionRun());
        String refused = ordered.refused().isEmpty() ? "" : " Not ordered: " + String.join(" ", ordered.refused());
        return ordered.taken().isEmpty() && !ordered.refused().isEmpty() ? new Answer.Refused(refused.strip())
                : new Answer.Accepted("Rolled back: " + String.join(" ", ordered.taken()) + refused);
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior) {
        return new Answer.Refused("What was freed is not contained again without a decision of its own");
    }
}

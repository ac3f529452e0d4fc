package io.countersign.connector.countersign;

import io.countersign.agent.AgentStatus;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import org.springframework.stereotype.Component;

/** Suspends an agent, and lets it act again. One that was not active is left as it is: it cannot act, and making it active later would be ours. */
@Component
class SuspendAgent implements OwnAction {

    private static final String STATUS = "status";
    private static final TargetState SUSPENDED = TargetState.of(STATUS, AgentStatus.SUSPENDED.name());

    private final KnownAgents agents;

    SuspendAgent(KnownAgents agents) {
        this.agents = agents;
    }

    @Override
    public String actionType() {
        return "suspend-agent";
    }

    @Override
    public TargetState see(String agent) {
        return TargetState.of(STATUS, agents.get(agent).status().name());
    }

    @Override
    public TargetState expected(TargetState prior) {
        return prior.attributes().get(STATUS).equals(AgentStatus.ACTIVE.name()) ? SUSPENDED : prior;
    }

    @Override
    public Answer act(ConnectorCall call) {
        return move(call, AgentStatus.SUSPENDED, "Suspended by action run " + call.actionRun());
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior) {
        String person = agents.get(call.target().value()).suspendedBy();
        if (person != null) {
            return new Answer.Refused(person + " suspended the agent since; that is not ours to take back");
        }
        return move(call, AgentStatus.valueOf(prior.attributes().get(STATUS)), "The suspension by action run " + call.actionRun() + " was taken back");
    }

    private Answer move(ConnectorCall call, AgentStatus to, String reason) {
        try {
            agents.register().changeStatus(call.target().value(), to, reason, KnownAgents.OURSELVES);
            return new Answer.Accepted("The agent is " + to + " now");
        } catch (IllegalStateException | IllegalArgumentException notAllowed) {
            return new Answer.Refused(notAllowed.getMessage());
        }
    }
}

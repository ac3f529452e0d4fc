package io.countersign.connector.countersign;

import io.countersign.agent.OutstandingCredentials;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import org.springframework.stereotype.Component;

/** Makes the credentials that an agent holds invalid. They live for minutes only, so there is nothing to give back. */
@Component
class RevokeAgentCredentials implements OwnAction {

    private static final String OUTSTANDING = "outstanding-credentials";

    private final KnownAgents agents;
    private final OutstandingCredentials credentials;

    RevokeAgentCredentials(KnownAgents agents, OutstandingCredentials credentials) {
        this.agents = agents;
        this.credentials = credentials;
    }

    @Override
    public String actionType() {
        return "revoke-agent-credentials";
    }

    @Override
    public TargetState see(String agent) {
        return TargetState.of(OUTSTANDING, String.valueOf(credentials.of(agents.get(agent).id())));
    }

    @Override
    public TargetState expected(TargetState prior) {
        return TargetState.of(OUTSTANDING, "0");
    }

    @Override
    public Answer act(ConnectorCall call) {
        int revoked = credentials.revoke(call.target().value(), "Revoked by action run " + call.actionRun(), KnownAgents.OURSELVES);
        return new Answer.Accepted(revoked + " credentials were made invalid");
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior) {
        return new Answer.Refused("A revoked credential does not come back; the agent is given a new one for each authorised action");
    }
}

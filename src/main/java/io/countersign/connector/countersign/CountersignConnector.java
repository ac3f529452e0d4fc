package io.countersign.connector.countersign;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What containment does to Countersign's own agents. It is always there: an agent must be stoppable wherever one can act. */
@Component
class CountersignConnector implements Connector {

    static final String ID = "countersign";

    private final Map<String, OwnAction> actions;
    private final KnownAgents agents;
    private final CallClaims claims;
    private final CredentialVerifier verifier;

    CountersignConnector(List<OwnAction> actions, KnownAgents agents, CallClaims claims, CredentialVerifier verifier) {
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(OwnAction::actionType, action -> action));
        this.agents = agents;
        this.claims = claims;
        this.verifier = verifier;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Countersign itself";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public boolean itself() {
        return true;
    }

    @Override
    public Set<String> actionTypes() {
        return actions.keySet();
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        return action(call).see(call.target().value());
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return action(call).expected(prior);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        OwnAction action = action(call);
        TargetState seen;
        try {
            seen = action.see(call.target().value());
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        boolean changes = !seen.equals(action.expected(seen));
        if (!claims.claim(ID, call, changes, credential)) {
            return new Answer.Lost("This was ordered before under the same key and is not ordered again: look at the agent");
        }
        return changes ? action.act(call) : new Answer.Accepted(call.target() + " is so already; nothing was changed");
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        OwnAction action = action(call);
        verifier.redeem(credential, Verb.UNDO, ID, call.digest(), call.target());
        TargetState seen;
        try {
            seen = action.see(call.target().value());
        } catch (TargetUnreadable notThere) {
            return new Answer.Refused(notThere.getMessage());
        }
        if (!claims.mayHaveChanged(ID, call) || seen.equals(prior)) {
            return new Answer.Accepted("There is nothing of ours to take back on " + call.target());
        }
        return seen.equals(action.expected(prior)) ? action.undo(call, prior)
                : new Answer.Refused("Somebody changed " + call.target() + " since: it is " + seen.attributes() + ". It was left alone");
    }

    @Override
    public SelfCheck check() {
        try {
            agents.register().all();
            return new SelfCheck(true, List.of());
        } catch (RuntimeException unreadable) {
            return new SelfCheck(false, List.of("The register of agents cannot be read: " + unreadable.getMessage()));
        }
    }

    private OwnAction action(ConnectorCall call) {
        OwnAction action = actions.get(call.actionType());
        if (action == null) {
            throw new NoConnector("Countersign cannot do '" + call.actionType() + "' to itself");
        }
        return action;
    }
}

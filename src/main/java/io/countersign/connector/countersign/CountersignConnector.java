package io.countersign.connector.countersign;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What containment does to Countersign's own agents. It is always there: an agent must be stoppable wherever one can act. */
@Component
class CountersignConnector implements Connector {

    static final String ID = "countersign";
    private static final Duration SEND_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final Map<String, OwnAction> actions;
    private final KnownAgents agents;
    private final SingleOrder orders;

    CountersignConnector(List<OwnAction> actions, KnownAgents agents, CallClaims claims, CredentialVerifier verifier) {
        this.actions = actions.stream().collect(Collectors.toUnmodifiableMap(OwnAction::actionType, action -> action));
        this.agents = agents;
        this.orders = new SingleOrder(ID, SEND_WITHIN, ANSWER_WITHIN, claims, verifier);
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
        return orders.act(call, credential, subject(call));
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        return orders.undo(call, prior, credential, subject(call));
    }

    private SingleOrder.Subject<Standing> subject(ConnectorCall call) {
        OwnAction action = action(call);
        return new SingleOrder.Subject<>() {
            @Override
            public Standing look() {
                return new Standing(action.see(call.target().value()));
            }

            @Override
            public TargetState expected(TargetState prior) {
                return action.expected(prior);
            }

            @Override
            public Answer act(Standing seen, BooleanSupplier late) {
                return late.getAsBoolean() ? new Answer.Refused("It took too long until the order could be given, so it was not given") : action.act(call);
            }

            @Override
            public Answer undo(Standing seen, TargetState prior) {
                return action.undo(call, prior);
            }
        };
    }

    private record Standing(TargetState state) implements SingleOrder.Seen {
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

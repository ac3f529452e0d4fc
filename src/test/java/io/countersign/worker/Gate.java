package io.countersign.worker;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialVerifier;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Holding;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** A product of the simplest kind, in memory: it shuts addresses out. It is in a connector's hand as any other. */
final class Gate implements Connector {

    static final String ID = "gate";
    static final String UNKNOWN = "203.0.113.255";

    private final Set<String> shut;
    private final SingleOrder orders;

    /** @param shut the product itself: whom it shuts out */
    Gate(Set<String> shut, CallClaims claims, CredentialVerifier verifier) {
        this.shut = shut;
        this.orders = new SingleOrder(ID, Duration.ofSeconds(10), Duration.ofSeconds(20), claims, verifier);
    }

    static Set<String> open() {
        return ConcurrentHashMap.newKeySet();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Gate";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of("block-address");
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        if (call.target().value().equals(UNKNOWN)) {
            throw new TargetUnreadable("The gate does not know " + UNKNOWN);
        }
        return state(shut.contains(call.target().value()));
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return state(true);
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        return orders.act(call, credential, subject(call));
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        return orders.undo(call, prior, credential, subject(call));
    }

    @Override
    public Optional<List<Holding>> enumerate() {
        return Optional.empty();
    }

    @Override
    public SelfCheck check() {
        return new SelfCheck(true, List.of());
    }

    private SingleOrder.Subject<Look> subject(ConnectorCall call) {
        return new SingleOrder.Subject<>() {
            @Override
            public Look look() {
                return new Look(capture(call));
            }

            @Override
            public TargetState expected(TargetState prior) {
                return state(true);
            }

            @Override
            public Answer act(Look seen, BooleanSupplier late) {
                shut.add(call.target().value());
                return new Answer.Accepted("shut");
            }

            @Override
            public Answer undo(Look seen, TargetState prior) {
                shut.remove(call.target().value());
                return new Answer.Accepted("opened");
            }
        };
    }

    private static TargetState state(boolean blocked) {
        return TargetState.of("blocked", String.valueOf(blocked));
    }

    private record Look(TargetState state) implements SingleOrder.Seen {
    }
}

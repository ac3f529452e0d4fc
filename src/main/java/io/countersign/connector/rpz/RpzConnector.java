package io.countersign.connector.rpz;

import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.DomainName;
import io.countersign.connector.Holding;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A response policy zone as a connector. What it does is judged by the zone, what comes of it by the resolver: an entry that the resolver has
 * not yet taken in is an order that was accepted and is not in effect, and can be called off.
 */
final class RpzConnector implements Connector {

    static final String ID = "rpz";

    private static final String ACTION = "block-domain";
    private static final String ANSWER = "answer";

    private final PolicyZone zone;
    private final ZoneOrders orders;
    private final Resolver resolver;
    private final Transfer transfer;
    private final RpzCheck check;

    RpzConnector(PolicyZone zone, ZoneOrders orders, Resolver resolver, Transfer transfer, RpzCheck check) {
        this.zone = zone;
        this.orders = orders;
        this.resolver = resolver;
        this.transfer = transfer;
        this.check = check;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "DNS response policy zone";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(ACTION);
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        DomainName domain = domain(call);
        zone.entry(domain);
        return state(resolver.blocks(domain) ? "blocked" : "not blocked");
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return state("blocked");
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        try {
            return orders.block(zone.entry(domain(call)), call, credential);
        } catch (TargetUnreadable notADomain) {
            return new Answer.Refused(notADomain.getMessage());
        }
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        try {
            return orders.free(zone.entry(domain(call)), call, credential);
        } catch (TargetUnreadable notADomain) {
            return new Answer.Refused(notADomain.getMessage());
        }
    }

    @Override
    public Optional<List<Holding>> enumerate() {
        return Optional.of(transfer.holdings());
    }

    @Override
    public SelfCheck check() {
        return check.run();
    }

    private TargetState state(String answer) {
        return TargetState.of(Map.of("zone", zone.apex().toString(true), ANSWER, answer));
    }

    private static DomainName domain(ConnectorCall call) {
        if (!call.actionType().equals(ACTION)) {
            throw new NoConnector("A response policy zone cannot do '" + call.actionType() + "'");
        }
        if (call.target().kind() != TargetKind.DOMAIN) {
            throw new TargetUnreadable("A response policy zone blocks domains, not " + call.target());
        }
        return DomainName.of(call.target().value());
    }
}

package io.countersign.connector.nftables;

import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Holding;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.SingleOrder;
import io.countersign.connector.TargetState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A Linux firewall as a connector: it looks, redeems, and sends one command that nft itself refuses if the element is there meanwhile.
 *
 * <p>It is one firewall. A cluster whose members have rules of their own needs a connector for each, since an effect is made and taken back in one place.
 */
final class NftablesConnector implements Connector, AutoCloseable {

    static final String ID = "nftables";

    private final Firewall firewall;
    private final BlockAddress action;
    private final FirewallCheck check;
    private final SingleOrder orders;

    NftablesConnector(Firewall firewall, BlockAddress action, FirewallCheck check, SingleOrder orders) {
        this.firewall = firewall;
        this.action = action;
        this.check = check;
        this.orders = orders;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Firewall (nftables)";
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return Set.of(BlockAddress.TYPE);
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        return subject(call).look().state();
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return subject(call).expected(prior);
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
        return Optional.of(action.holdings());
    }

    @Override
    public SelfCheck check() {
        return check.run();
    }

    @Override
    public void close() {
        firewall.close();
    }

    private SingleOrder.Subject<BlockAddress.Seen> subject(ConnectorCall call) {
        if (!actionTypes().contains(call.actionType())) {
            throw new NoConnector("The firewall connector cannot do '" + call.actionType() + "'");
        }
        Mark mark = new Mark(call.actionRun());
        return new SingleOrder.Subject<>() {
            @Override
            public BlockAddress.Seen look() {
                return action.see(call.target());
            }

            @Override
            public TargetState expected(TargetState prior) {
                return action.expected();
            }

            @Override
            public Answer act(BlockAddress.Seen seen, BooleanSupplier late) {
                return action.act(seen, mark, late);
            }

            @Override
            public Answer undo(BlockAddress.Seen seen, TargetState prior) {
                return action.undo(seen, mark);
            }
        };
    }
}

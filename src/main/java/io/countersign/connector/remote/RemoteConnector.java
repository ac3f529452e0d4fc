package io.countersign.connector.remote;

import io.countersign.agent.Credential;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.Holding;
import io.countersign.connector.NoConnector;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.remote.RemoteOrder.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A product that a worker in another segment serves: each call becomes an order, and waits for its answer. */
final class RemoteConnector implements Connector {

    private final String id;
    private final RemoteSettings.Product product;
    private final String atTheWorker;
    private final RemoteOrders orders;

    /** @param atTheWorker what the workers call their connector */
    RemoteConnector(String id, RemoteSettings.Product product, String atTheWorker, RemoteOrders orders) {
        this.id = id;
        this.product = product;
        this.atTheWorker = atTheWorker;
        this.orders = orders;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return product.name() == null || product.name().isBlank() ? id : product.name();
    }

    @Override
    public boolean sandbox() {
        return false;
    }

    @Override
    public Set<String> actionTypes() {
        return product.actions();
    }

    @Override
    public TargetState capture(ConnectorCall call) {
        return read(Kind.CAPTURE, required(call), null, RemoteResult.Seen.class).state();
    }

    @Override
    public TargetState expected(ConnectorCall call, TargetState prior) {
        return read(Kind.EXPECTED, required(call), prior, RemoteResult.Seen.class).state();
    }

    @Override
    public Answer act(ConnectorCall call, Credential credential) {
        return order(Kind.ACT, required(call), null, credential);
    }

    @Override
    public Answer undo(ConnectorCall call, TargetState prior, Credential credential) {
        return order(Kind.UNDO, required(call), prior, credential);
    }

    @Override
    public Optional<List<Holding>> enumerate() {
        return read(Kind.ENUMERATE, null, null, RemoteResult.Holds.class).found();
    }

    @Override
    public SelfCheck check() {
        try {
            return read(Kind.CHECK, null, null, RemoteResult.Checked.class).check();
        } catch (RuntimeException unusable) {
            return new SelfCheck(false, List.of(String.valueOf(unusable.getMessage())));
        }
    }

    private <R extends RemoteResult> R read(Kind kind, ConnectorCall call, TargetState prior, Class<R> wanted) {
        return Reading.of(give(kind, call, prior, null), wanted);
    }

    private Answer order(Kind kind, ConnectorCall call, TargetState prior, Credential credential) {
        return Reading.answer(give(kind, call, prior, credential));
    }

    private Outcome give(Kind kind, ConnectorCall call, TargetState prior, Credential credential) {
        return orders.give(id, new RemoteOrder(UUID.randomUUID(), kind, atTheWorker, call, prior), credential);
    }

    private ConnectorCall required(ConnectorCall call) {
        if (!product.actions().contains(call.actionType())) {
            throw new NoConnector("'" + id + "' cannot do '" + call.actionType() + "': countersign.connector.remote.products." + id + ".actions does not name it");
        }
        return call;
    }
}

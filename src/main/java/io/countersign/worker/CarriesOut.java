package io.countersign.worker;

import io.countersign.agent.Credential;
import io.countersign.agent.CredentialRefused;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.NoConnector;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.remote.RemoteOrder;
import io.countersign.connector.remote.RemoteResult;
import io.countersign.connector.remote.RemoteResult.Failed;
import io.countersign.connector.remote.RemoteResult.Failed.Cause;
import io.countersign.connector.remote.RemoteResult.Said;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Carries an order out with the connector that it names. In a worker, this is the only caller of connectors; in a node, nothing of it is there. */
final class CarriesOut {

    private static final Logger LOG = LoggerFactory.getLogger(CarriesOut.class);

    private final Map<String, Connector> connectors = new TreeMap<>();

    CarriesOut(List<Connector> connectors) {
        connectors.forEach(connector -> {
            if (this.connectors.putIfAbsent(connector.id(), connector) != null) {
                throw new IllegalStateException("Two connectors share the id '" + connector.id() + "'");
            }
        });
    }

    Set<String> connectors() {
        return Set.copyOf(connectors.keySet());
    }

    /** Never throws. */
    RemoteResult order(NodeLine line, RemoteOrder order) {
        RemoteResult result;
        try {
            result = new OrderInHand(line, order).during(() -> call(connector(order), order));
        } catch (NothingSent late) {
            result = notDone(order, late.getMessage());
        } catch (CredentialRefused refused) {
            result = new Failed(Cause.CREDENTIAL_REFUSED, refused.getMessage());
        } catch (TargetUnreadable unreadable) {
            result = new Failed(Cause.UNREADABLE, unreadable.getMessage());
        } catch (NoConnector none) {
            result = new Failed(Cause.NO_CONNECTOR, none.getMessage());
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            // An error, too: else each would end a thread of the worker, until nobody fetches any more.
            LOG.warn("worker.connector-failed order={} connector={}", order.id(), order.connector(), broken);
            result = new Failed(Cause.BROKEN, broken.getClass().getSimpleName());
        }
        LOG.atLevel(order.kind().changes() ? Level.INFO : Level.DEBUG).log("worker.order order={} kind={} connector={} run={} result={}",
                order.id(), order.kind(), order.connector(), order.call() == null ? null : order.call().actionRun(),
                result instanceof Said said ? said.verdict() : result.getClass().getSimpleName());
        return result;
    }

    /** Of an order that was certainly not carried out. */
    static RemoteResult notDone(RemoteOrder order, String why) {
        return order.kind().changes() ? Said.of(new Answer.Refused(why)) : new Failed(Cause.UNREADABLE, why);
    }

    private Connector connector(RemoteOrder order) {
        Connector connector = connectors.get(order.connector());
        if (connector == null) {
            throw new NoConnector("This worker has no connector '" + order.connector() + "'");
        }
        return connector;
    }

    private static RemoteResult call(Connector connector, RemoteOrder order) {
        return switch (order.kind()) {
            case CAPTURE -> new RemoteResult.Seen(connector.capture(order.call()));
            case EXPECTED -> new RemoteResult.Seen(connector.expected(order.call(), order.prior()));
            case ACT -> act(connector, order);
            case UNDO -> undo(connector, order);
            case ENUMERATE -> new RemoteResult.Holds(connector.enumerate().orElse(null));
            case CHECK -> new RemoteResult.Checked(connector.check());
        };
    }

    private static RemoteResult act(Connector connector, RemoteOrder order) {
        try (Credential credential = Credential.inPlaceOf(order.id())) {
            return Said.of(connector.act(order.call(), credential));
        }
    }

    private static RemoteResult undo(Connector connector, RemoteOrder order) {
        try (Credential credential = Credential.inPlaceOf(order.id())) {
            return Said.of(connector.undo(order.call(), order.prior(), credential));
        }
    }
}

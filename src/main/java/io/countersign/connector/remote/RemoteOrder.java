package io.countersign.connector.remote;

import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.util.UUID;

/**
 * One call of a connector, to be made by a worker. It holds no credential: the worker claims by the id, and the node redeems what it keeps.
 *
 * @param connector what the worker calls its connector
 * @param call      null where the kind needs none
 * @param prior     null where the kind needs none
 */
public record RemoteOrder(UUID id, Kind kind, String connector, ConnectorCall call, TargetState prior) {

    /** The methods of {@link io.countersign.connector.Connector}. */
    public enum Kind {
        CAPTURE, EXPECTED, ACT, UNDO, ENUMERATE, CHECK;

        /** Whether it may change something: only such an order has a credential, and claims. */
        public boolean changes() {
            return this == ACT || this == UNDO;
        }
    }
}

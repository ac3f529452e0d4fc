package io.countersign.execution;

import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read from the target before anything is done: the way back, ready to be stored.
 *
 * @param leaseChanges see {@link LeaseHistory#changes}, as it was before the target was read; null where nobody asked
 */
record Preparation(Connector connector, ConnectorCall call, TargetState prior, TargetState expected, Long leaseChanges) {

    static Preparation of(Connector connector, ConnectorCall call, Long leaseChanges) {
        TargetState prior = Waiting.forProduct(() -> connector.capture(call));
        TargetState expected = Waiting.forProduct(() -> connector.expected(call, prior));
        return new Preparation(connector, call, prior, expected, leaseChanges);
    }

    /** The target already is as wanted: whoever did that, it is not ours to take back. */
    boolean alreadySo() {
        return prior.equals(expected);
    }

    /** Complete by itself: what to undo, where, and to which state. */
    Map<String, Object> undoRequest() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("connector", connector.id());
        request.put("undoes", call.actionType());
        request.put("idempotencyKey", call.actionRun().toString());
        request.put("target", Map.of("kind", call.target().kind().name(), "value", call.target().value()));
        request.put("parameters", call.parameters());
        request.put("restore", prior.attributes());
        return request;
    }
}

package io.countersign.connector;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.evidence.ActionRunId;
import java.util.Map;

/** What a connector is asked about. {@code actionRun} is the idempotency key: the same key never makes a second effect. */
public record ConnectorCall(ActionRunId actionRun, ActionDigest digest, String actionType, Target target, Map<String, String> parameters) {

    public ConnectorCall {
        parameters = Map.copyOf(parameters);
    }
}

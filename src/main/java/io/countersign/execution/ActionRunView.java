package io.countersign.execution;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A ledger row as others read it.
 *
 * @param ours  whether this row made the effect; false where it was in place before or another run made it
 * @param found what was last seen on the target, or null
 * @param lease what holds the effect, or null
 */
public record ActionRunView(ActionRunId id, ActionDigest digest, IncidentId incident, PlaybookRunId playbookRun, String activity,
                            String actionType, Target target, Map<String, String> parameters, String agent, String owner, String connector,
                            boolean sandbox, ActionRunState state, boolean ours, TargetState prior, TargetState expected, TargetState found,
                            String detail, UUID lease, Instant createdAt, Instant updatedAt) {
}

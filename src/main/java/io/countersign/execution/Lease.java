package io.countersign.execution;

import io.countersign.action.Target;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something that is contained: one effect on one target, and who holds it. It ends when nobody holds it any more.
 *
 * @param effectRun the ledger row that made the effect and knows the way back
 * @param until     the latest end among its holders
 * @param observed  what was last seen on the target, or null
 */
public record Lease(UUID id, String connector, String actionType, Target target, Map<String, String> parameters, ActionRunId effectRun,
                    boolean sandbox, State state, Instant since, Instant until, TargetState observed, Instant observedAt, List<Holder> holders) {

    /** Where a lease is. */
    public enum State {
        /** The effect is being made. */
        PENDING,
        /** In force. */
        ACTIVE,
        /** The undo is being made. */
        RELEASING,
        /** Somebody changed the target in between; a person has to look. */
        DRIFTED,
        /** In force until the time that a person named who decided to keep it. */
        KEPT,
        /** Over: seen undone, never made, or closed by a person's decision. */
        RELEASED
    }

    /** One run that wants the target contained. */
    public record Holder(ActionRunId actionRun, String playbookRun, String incident, Instant until, String state) {

        public boolean holds() {
            return !state.equals("RELEASED");
        }
    }

    /** The holders that still hold. */
    public List<Holder> holding() {
        return holders.stream().filter(Holder::holds).toList();
    }
}

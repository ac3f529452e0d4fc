package io.countersign.execution;

import io.countersign.action.Target;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        /** Over: seen undone, never made, or closed by a person's decision. Undone after all if its run is taken back and nobody else holds the target. */
        RELEASED;

        private static final Map<State, Set<State>> MOVES = Map.of(
                PENDING, Set.of(ACTIVE, RELEASED),
                ACTIVE, Set.of(KEPT, RELEASING, DRIFTED, RELEASED),
                KEPT, Set.of(ACTIVE, RELEASING, DRIFTED, RELEASED),
                RELEASING, Set.of(DRIFTED, RELEASED),
                DRIFTED, Set.of(ACTIVE, KEPT, RELEASING, RELEASED),
                RELEASED, Set.of(RELEASING));

        public boolean mayBecome(State next) {
            return MOVES.get(this).contains(next);
        }
    }

    /** How a run holds a lease. */
    public enum Hold {
        /** Until its time comes. */
        HOLDING,
        /** Until the time that a person named. */
        KEPT,
        /** It let go; it holds again if it is taken back after a person closed the lease. */
        RELEASED;

        private static final Map<Hold, Set<Hold>> MOVES = Map.of(HOLDING, Set.of(KEPT, RELEASED), KEPT, Set.of(RELEASED), RELEASED, Set.of(HOLDING));

        public boolean mayBecome(Hold next) {
            return MOVES.get(this).contains(next);
        }
    }

    /** One run that wants the target contained. */
    public record Holder(ActionRunId actionRun, String playbookRun, String incident, Instant until, Hold state) {

        public boolean holds() {
            return state != Hold.RELEASED;
        }
    }

    Lease heldBy(List<Holder> all) {
        return new Lease(id, connector, actionType, target, parameters, effectRun, sandbox, state, since, until, observed, observedAt, all);
    }

    /** The holders that still hold. */
    public List<Holder> holding() {
        return holders.stream().filter(Holder::holds).toList();
    }
}

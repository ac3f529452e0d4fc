package io.countersign.execution;

import io.countersign.action.ActionRequest;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.policy.Assessment;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A row of the ledger: one attempt at one effect, with the way back stored before it. Changes only along {@link ActionRunState},
 * and what changed is kept only by {@link ActionRuns#save}.
 */
class ActionRun {

    private final ActionRunView stored;
    private final Map<String, Object> undoRequest;
    private ActionRunState state;
    private boolean ours;
    private TargetState found;
    private String detail;
    private UUID lease;
    private Instant updatedAt;
    private long version;

    /** A new one. */
    ActionRun(ActionRunId id, Assessment assessment, String owner, Preparation prepared, Instant now) {
        this(first(id, assessment, owner, prepared, now), prepared.undoRequest(), -1);
    }

    /** One that was read. @param version how often it was changed; below zero for one that is not stored yet */
    ActionRun(ActionRunView stored, Map<String, Object> undoRequest, long version) {
        this.stored = stored;
        this.undoRequest = undoRequest;
        this.state = stored.state();
        this.ours = stored.ours();
        this.found = stored.found();
        this.detail = stored.detail();
        this.lease = stored.lease();
        this.updatedAt = stored.updatedAt();
        this.version = version;
    }

    private static ActionRunView first(ActionRunId id, Assessment assessment, String owner, Preparation prepared, Instant now) {
        ActionRequest request = assessment.request();
        return new ActionRunView(id, assessment.digest(), request.incident(), request.playbookRun(), request.activity(), request.actionType(),
                request.target(), new TreeMap<>(request.parameters()), request.agent(), owner, prepared.connector().id(), prepared.connector().sandbox(),
                ActionRunState.PREPARED, !prepared.alreadySo(), prepared.prior(), prepared.expected(), null, "Prepared", null, now, now);
    }

    /** @throws IllegalStateException when the life of a row does not allow the move */
    void move(ActionRunState to, String why, Instant now) {
        if (!state.mayBecome(to)) {
            throw new IllegalStateException("Action run " + stored.id() + " is " + state + " and cannot become " + to);
        }
        state = to;
        detail = why;
        updatedAt = now;
    }

    /** An undo begins, or begins again after its maker died. */
    void undoing(Instant now) {
        if (state == ActionRunState.UNDOING) {
            updatedAt = now;
        } else {
            move(ActionRunState.UNDOING, "The undo is being made", now);
        }
    }

    void saw(TargetState seen) {
        found = seen;
    }

    void heldBy(UUID leaseId, boolean effectIsOurs) {
        lease = leaseId;
        ours = effectIsOurs;
    }

    ActionRunView view() {
        return new ActionRunView(stored.id(), stored.digest(), stored.incident(), stored.playbookRun(), stored.activity(), stored.actionType(),
                stored.target(), stored.parameters(), stored.agent(), stored.owner(), stored.connector(), stored.sandbox(), state, ours, stored.prior(),
                stored.expected(), found, detail, lease, stored.createdAt(), updatedAt);
    }

    ConnectorCall call() {
        return new ConnectorCall(stored.id(), stored.digest(), stored.actionType(), stored.target(), stored.parameters());
    }

    ActionRunState state() {
        return state;
    }

    Map<String, Object> undoRequest() {
        return undoRequest;
    }

    long version() {
        return version;
    }

    void isStored() {
        version++;
    }
}

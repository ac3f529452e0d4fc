package io.countersign.rollback;

import io.countersign.action.ActionType;
import io.countersign.execution.ActionRunView;
import java.util.List;

/** What a release or rollback of a run would do, in the order in which it would do it. */
public record RollbackPlan(List<Step> steps) {

    /**
     * One action to take back.
     *
     * @param byMachine   whether it can be undone by machine now
     * @param explanation what will happen, or why it cannot be undone by machine
     */
    public record Step(ActionRunView run, ActionType type, boolean byMachine, String explanation) {
    }
}

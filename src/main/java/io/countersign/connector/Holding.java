package io.countersign.connector;

import io.countersign.action.Target;
import io.countersign.evidence.ActionRunId;

/**
 * An effect that a product holds under our mark.
 *
 * @param actionRun the idempotency key of the call that made it
 * @param found     how the target is
 */
public record Holding(ActionRunId actionRun, String actionType, Target target, TargetState found) {
}

package io.countersign.playbook;

import org.camunda.bpm.engine.OptimisticLockingException;

/** Tells a race that somebody else won in the engine from a failure, for those who must not know the engine. */
public final class EngineConflict {

    private EngineConflict() {
    }

    /** Whether this, or what it was caused by, only means that the run had moved on. */
    public static boolean causedBy(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException) {
                return true;
            }
        }
        return false;
    }
}

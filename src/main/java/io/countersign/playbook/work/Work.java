package io.countersign.playbook.work;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** What the workers do for one topic. Called without a transaction, by many threads at once. */
interface Work {

    String topic();

    /**
     * Does the work. When it is done, {@code complete} MUST be called exactly once, inside the transaction that records it.
     *
     * @throws RuntimeException to have it tried again later
     */
    void perform(LockedExternalTask task, Consumer<Map<String, Object>> complete);

    /** The task was gone when its end was to be told, and what was to be recorded with it was not. Called without a transaction. */
    default void withdrawn(LockedExternalTask task) {
    }
}

package io.countersign.playbook;

import java.util.function.Supplier;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * A task can go between two commands, when another person or a timer is first. The engine then says that something is null; here
 * it is said as the lost race that it is, so that whoever can begins again, and everybody else is told.
 */
final class TaskGone {

    private TaskGone() {
    }

    /** @throws OptimisticLockingFailureException if the task went */
    static <T> T orElse(Supplier<T> command) {
        try {
            return command.get();
        } catch (NullPointerException | NullValueException gone) {
            throw new OptimisticLockingFailureException("The task went while it was read", gone);
        }
    }
}

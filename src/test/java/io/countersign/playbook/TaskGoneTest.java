package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;

/** What the engine says of a task that somebody else completes at the same moment. */
class TaskGoneTest {

    private final FormService forms = mock(FormService.class);
    private final PersonTasks tasks = new PersonTasks(null, forms, null);

    @Test
    void aTaskThatWentIsALostRaceWhateverTheEngineSays() {
        when(forms.getDeployedTaskForm("t")).thenThrow(new NullPointerException("task is null"), new NullValueException("Cannot find task with id t"));
        assertThatThrownBy(() -> tasks.form("t")).isInstanceOf(OptimisticLockingFailureException.class);
        assertThatThrownBy(() -> tasks.form("t")).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void aFormThatIsBrokenIsNone() {
        when(forms.getDeployedTaskForm("t")).thenThrow(new BadUserRequestException("The form with the resource name 'x' cannot be found"));
        assertThatThrownBy(() -> tasks.form("t")).isInstanceOf(BadUserRequestException.class);
    }
}

package io.countersign.playbook.work;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionUndo;
import io.countersign.proof.Vocabulary;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Takes an action back, for its compensation handler. */
@Component
class UndoWork implements Work {

    private final ActionUndo undo;

    UndoWork(ActionUndo undo) {
        this.undo = undo;
    }

    @Override
    public String topic() {
        return Vocabulary.TOPIC_UNDO;
    }

    @Override
    public void perform(LockedExternalTask task, Consumer<Map<String, Object>> complete) {
        String activity = task.getExtensionProperties().get(Vocabulary.UNDOES);
        if (activity == null) {
            throw new IllegalStateException("Element " + task.getActivityId() + " lacks the property " + Vocabulary.UNDOES);
        }
        undo.undo(new PlaybookRunId(task.getProcessInstanceId()), activity, () -> complete.accept(Map.of()));
    }
}

package io.countersign.playbook.work;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.LedgerUndo;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.LedgerProcess;
import io.countersign.rollback.NextUndo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes effects back for the product's own process: the one that was chosen, or all that are left. The task completes whatever happened,
 * so that one that does not work keeps no other waiting; the ledger knows what is left for another round.
 */
@Component
class LedgerUndoWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerUndoWork.class);

    private final LedgerUndo undo;
    private final NextUndo nextUndo;
    private final PlaybookRuns runs;

    LedgerUndoWork(LedgerUndo undo, NextUndo nextUndo, PlaybookRuns runs) {
        this.undo = undo;
        this.nextUndo = nextUndo;
        this.runs = runs;
    }

    @Override
    public String topic() {
        return LedgerProcess.TOPIC;
    }

    @Override
    public void perform(LockedExternalTask task, Consumer<Map<String, Object>> complete) {
        effects(task).forEach(effect -> takeBack(task, effect));
        complete.accept(Map.of());
    }

    private List<ActionRunId> effects(LockedExternalTask task) {
        Object chosen = task.getVariables().get(LedgerProcess.VAR_EFFECT);
        return chosen instanceof String id ? List.of(new ActionRunId(UUID.fromString(id)))
                : nextUndo.all(runs.find(new PlaybookRunId(task.getProcessInstanceId())).orElseThrow());
    }

    private void takeBack(LockedExternalTask task, ActionRunId effect) {
        try {
            undo.takeBack(effect);
        } catch (RuntimeException notNow) {
            LOG.warn("ledger.undo-failed run={} playbookRun={} cause={}: {}", effect, task.getProcessInstanceId(), notNow.getClass().getSimpleName(), notNow.getMessage());
        }
    }
}

package io.countersign.playbook.engine;

import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.LedgerProcess;
import io.countersign.playbook.PlaybookSettings;
import io.countersign.rollback.NextUndo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** In the product's own process: what is taken back next, how long to wait for another round, or whether it is up to a person now. */
@Component
class ChooseNextUndo implements JavaDelegate {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final PlaybookRuns runs;
    private final NextUndo nextUndo;
    private final PlaybookSettings settings;
    private final InstantSource clock;

    ChooseNextUndo(PlaybookRuns runs, NextUndo nextUndo, PlaybookSettings settings, InstantSource clock) {
        this.runs = runs;
        this.nextUndo = nextUndo;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlaybookRun run = runs.find(new PlaybookRunId(execution.getProcessInstanceId())).orElseThrow();
        int round = (Integer) execution.getVariable(LedgerProcess.VAR_ROUND);
        Optional<ActionRunId> last = Optional.ofNullable((String) execution.getVariable(LedgerProcess.VAR_EFFECT)).map(id -> new ActionRunId(UUID.fromString(id)));
        NextUndo.Next next = nextUndo.choose(run, last, round == 1);
        execution.setVariable(LedgerProcess.VAR_EFFECT, next.effect().map(ActionRunId::toString).orElse(null));
        if (next.effect().isPresent()) {
            execution.setVariable(LedgerProcess.VAR_NEXT, "UNDO");
        } else if (next.another() && (next.busy() || next.until().isPresent() || round < settings.attempts())) {
            execution.setVariable(LedgerProcess.VAR_NEXT, "WAIT");
            execution.setVariable(LedgerProcess.VAR_NEXT_TRY, next.until().orElseGet(() -> pause(round)).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString());
            execution.setVariable(LedgerProcess.VAR_ROUND, next.until().isPresent() ? 1 : next.busy() ? round : round + 1);
        } else {
            execution.setVariable(LedgerProcess.VAR_NEXT, "DONE");
        }
    }

    private Instant pause(int round) {
        Duration pause = settings.retryPause().multipliedBy(1L << Math.min(round - 1, 20));
        return clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }
}

package io.countersign.playbook.engine;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.proof.Vocabulary;
import io.countersign.rollback.RollbackOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** After the compensations: compares with the ledger what was attempted, and says whether a person has to look. */
@Component
class VerifyRollback implements JavaDelegate {

    private final Ledger ledger;
    private final PlaybookRuns runs;
    private final EvidenceLog evidence;

    VerifyRollback(Ledger ledger, PlaybookRuns runs, EvidenceLog evidence) {
        this.ledger = ledger;
        this.runs = runs;
        this.evidence = evidence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlaybookRunId run = new PlaybookRunId(execution.getProcessInstanceId());
        Optional<PlaybookRunId> reverses = runs.find(run).map(PlaybookRun::reverses);
        List<ActionRunView> rows = ledger.ofRun(reverses.orElse(run));
        RollbackOutcome outcome = RollbackOutcome.of(rows);
        if (reverses.isEmpty() || !outcome.name().equals(execution.getVariable(Vocabulary.VAR_ROLLBACK_OUTCOME))) {
            record(execution, run, rows, outcome);
        }
        execution.getProcessInstance().setVariable(Vocabulary.VAR_ROLLBACK_OUTCOME, outcome.name());
    }

    private void record(DelegateExecution execution, PlaybookRunId run, List<ActionRunView> rows, RollbackOutcome outcome) {
        List<Map<String, String>> actions = rows.stream()
                .map(row -> Map.of("action", row.actionType(), "target", row.target().toString(), "state", row.state().name())).toList();
        evidence.append(EvidenceEntry.of(EvidenceKind.ROLLBACK_ENDED, Actor.system("rollback"))
                .about(IncidentId.parse((String) execution.getVariable(Vocabulary.VAR_INCIDENT))).in(run)
                .with("outcome", outcome.name()).with("actions", actions));
    }
}

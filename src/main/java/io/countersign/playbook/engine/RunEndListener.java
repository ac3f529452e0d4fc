package io.countersign.playbook.engine;

import io.countersign.approval.ApprovalDesk;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRuns;
import io.countersign.proof.Vocabulary;
import java.time.InstantSource;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * When a process instance ends, by whatever way, its run ends, with the name of the end event as the outcome. Within an event
 * subprocess the process only knows the subprocess, so each end event leaves its name, for this transaction alone.
 */
@Component
class RunEndListener implements ExecutionListener {

    private static final String OUTCOME = "runOutcome";

    private final PlaybookRuns runs;
    private final ApprovalDesk approvals;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    RunEndListener(PlaybookRuns runs, ApprovalDesk approvals, EvidenceLog evidence, InstantSource clock) {
        this.runs = runs;
        this.approvals = approvals;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (EVENTNAME_START.equals(execution.getEventName())) {
            execution.getProcessInstance().setVariable(OUTCOME, Variables.stringValue(execution.getCurrentActivityName(), true));
        } else {
            end(execution);
        }
    }

    private void end(DelegateExecution execution) {
        PlaybookRunId run = new PlaybookRunId(execution.getProcessInstanceId());
        Optional<String> reached = Optional.ofNullable((String) execution.getVariable(OUTCOME)).filter(end -> !execution.isCanceled());
        String outcome = reached.orElse("Cut off: its process instance was taken away");
        approvals.endOf(run);
        runs.end(run, outcome, reached.isEmpty(), clock.instant());
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_ENDED, Actor.system("playbook"))
                .about(IncidentId.parse((String) execution.getVariable(Vocabulary.VAR_INCIDENT))).in(run).with("outcome", outcome));
    }
}

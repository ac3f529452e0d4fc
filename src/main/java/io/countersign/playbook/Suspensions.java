package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRuns;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets a run go on that somebody suspended in the engine: as long as it stands still, its lease does not end and nobody can take it back. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Suspensions {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final PlaybookRuns runs;
    private final EvidenceLog evidence;

    Suspensions(RuntimeService runtime, ManagementService management, PlaybookRuns runs, EvidenceLog evidence) {
        this.runtime = runtime;
        this.management = management;
        this.runs = runs;
        this.evidence = evidence;
    }

    /** Does nothing to a run that is not suspended. */
    public void resume(PlaybookRunId run, String why) {
        if (runtime.createProcessInstanceQuery().processInstanceId(run.value()).suspended().count() > 0
                || management.createJobQuery().processInstanceId(run.value()).suspended().count() > 0) {
            runtime.activateProcessInstanceById(run.value());
            runs.find(run).ifPresent(found -> evidence.append(EvidenceEntry.of(EvidenceKind.RUN_RESUMED, Actor.system("rollback")).about(found.incident()).in(run)
                    .with("reason", why)));
        }
    }
}

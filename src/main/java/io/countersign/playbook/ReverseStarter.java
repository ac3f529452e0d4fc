package io.countersign.playbook;

import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.proof.Vocabulary;
import io.countersign.rollback.ReverseRunRequested;
import java.time.InstantSource;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts the run that takes back what another left: process instance, row and evidence in the transaction of the order. A unique index keeps it to one at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReverseStarter {

    private final RuntimeService runtime;
    private final OwnDeployment own;
    private final PlaybookRuns runs;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    ReverseStarter(RuntimeService runtime, OwnDeployment own, PlaybookRuns runs, EvidenceLog evidence, InstantSource clock) {
        this.runtime = runtime;
        this.own = own;
        this.runs = runs;
        this.evidence = evidence;
        this.clock = clock;
    }

    @EventListener
    public void on(ReverseRunRequested order) {
        PlaybookRun over = order.run();
        ProcessDefinition definition = own.ready();
        String instance = runtime.startProcessInstanceById(definition.getId(), over.incident().toString(),
                Map.of(Vocabulary.VAR_INCIDENT, over.incident().toString(), LedgerProcess.VAR_ROUND, 1)).getId();
        PlaybookRunId run = new PlaybookRunId(instance);
        runs.open(new PlaybookRun(run, over.incident(), LedgerProcess.KEY, definition.getVersion(), definition.getId(), order.by().kind().name(), order.by().id(),
                order.reason(), PlaybookRun.State.RUNNING, null, clock.instant(), null, null, null, null, over.id(), false));
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_STARTED, order.by()).about(over.incident()).in(run).with("playbook", LedgerProcess.KEY)
                .with("version", definition.getVersion()).with("definition", definition.getId()).with("reverses", over.id().value()).with("reason", order.reason()));
    }
}

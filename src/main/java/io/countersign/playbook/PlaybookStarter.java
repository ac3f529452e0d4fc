package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.proof.Vocabulary;
import java.time.InstantSource;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts one playbook for one incident: the process instance, the row of its run and the evidence in one transaction. */
@Service
public class PlaybookStarter {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final PlaybookRuns runs;
    private final EvidenceLog evidence;
    private final InstantSource clock;

    PlaybookStarter(RuntimeService runtime, RepositoryService repository, PlaybookRuns runs, EvidenceLog evidence, InstantSource clock) {
        this.runtime = runtime;
        this.repository = repository;
        this.runs = runs;
        this.evidence = evidence;
        this.clock = clock;
    }

    /** Whether there is a version, and it holds by the rules of today. */
    public boolean mayStart(String playbook) {
        return !playbook.equals(LedgerProcess.KEY) && repository.createProcessDefinitionQuery().processDefinitionKey(playbook).latestVersion().active().count() == 1;
    }

    /** @throws UnknownPlaybook if the engine has none of that key that may start. @throws PlaybookAlreadyRuns if it works the incident already */
    @Transactional(propagation = Propagation.REQUIRED)
    public PlaybookRunId start(IncidentId incident, String playbook, String reason, Actor by) {
        if (playbook.equals(LedgerProcess.KEY)) {
            throw UnknownPlaybook.of(playbook);
        }
        ProcessDefinition definition = repository.createProcessDefinitionQuery().processDefinitionKey(playbook).latestVersion().active().singleResult();
        if (definition == null) {
            throw repository.createProcessDefinitionQuery().processDefinitionKey(playbook).latestVersion().count() == 0 ? UnknownPlaybook.of(playbook)
                    : UnknownPlaybook.suspended(playbook);
        }
        if (runs.isOpen(incident, playbook)) {
            throw new PlaybookAlreadyRuns(playbook, incident);
        }
        String instance = runtime.startProcessInstanceById(definition.getId(), incident.toString(),
                Map.of(Vocabulary.VAR_INCIDENT, incident.toString(), Vocabulary.VAR_IN_FORCE, false)).getId();
        PlaybookRunId run = new PlaybookRunId(instance);
        runs.open(new PlaybookRun(run, incident, playbook, definition.getVersion(), definition.getId(), by.kind().name(), by.id(), reason,
                PlaybookRun.State.RUNNING, null, clock.instant(), null, null, null, null, null, false));
        evidence.append(EvidenceEntry.of(EvidenceKind.PLAYBOOK_STARTED, by).about(incident).in(run).with("playbook", playbook)
                .with("version", definition.getVersion()).with("definition", definition.getId()).with("reason", reason));
        return run;
    }
}

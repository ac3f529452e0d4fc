package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Work that failed as often as it may be tried: a person sees what and why, and has it tried again. */
@Service
@Transactional
public class StuckWork {

    /**
     * One piece of work that waits for a person.
     *
     * @param incident the incident it is about, as {@code INC-31}; empty if the instance names none
     */
    public record Stuck(String id, String playbookRun, String incident, String activity, String message, Instant since) {
    }

    private final RuntimeService runtime;
    private final ExternalTaskService externalTasks;
    private final ManagementService management;
    private final EvidenceLog evidence;

    StuckWork(RuntimeService runtime, ExternalTaskService externalTasks, ManagementService management, EvidenceLog evidence) {
        this.runtime = runtime;
        this.externalTasks = externalTasks;
        this.management = management;
        this.evidence = evidence;
    }

    @Transactional(readOnly = true)
    public List<Stuck> all() {
        return runtime.createIncidentQuery().orderByIncidentTimestamp().asc().list().stream().map(this::describe).toList();
    }

    @Transactional(readOnly = true)
    public long count() {
        return runtime.createIncidentQuery().count();
    }

    /** Has it tried once more. @return false if it is no longer stuck */
    public boolean retry(String id, Actor by) {
        Incident incident = runtime.createIncidentQuery().incidentId(id).singleResult();
        if (incident == null) {
            return false;
        }
        if (Incident.EXTERNAL_TASK_HANDLER_TYPE.equals(incident.getIncidentType())) {
            externalTasks.setRetries(incident.getConfiguration(), 1);
        } else {
            management.setJobRetries(incident.getConfiguration(), 1);
        }
        evidence.append(EvidenceEntry.of(EvidenceKind.PERSON_DECIDED, by).in(new PlaybookRunId(incident.getProcessInstanceId()))
                .with("activity", incident.getActivityId()).with("decision", "try again"));
        return true;
    }

    private Stuck describe(Incident incident) {
        String about = Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId()).singleResult())
                .map(instance -> instance.getBusinessKey()).orElse("");
        return new Stuck(incident.getId(), incident.getProcessInstanceId(), about, incident.getActivityId(),
                Optional.ofNullable(incident.getIncidentMessage()).orElse("It failed without a message"), incident.getIncidentTimestamp().toInstant());
    }
}

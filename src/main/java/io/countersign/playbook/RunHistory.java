package io.countersign.playbook;

import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Service;

/** Reads the process history of a run: the part of the record that the engine keeps. */
@Service
public class RunHistory {

    private final HistoryService history;
    private final RuntimeService runtime;

    RunHistory(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    public Optional<RunProgress> of(PlaybookRunId run) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery().processInstanceId(run.value()).singleResult();
        if (instance == null) {
            return Optional.empty();
        }
        List<HistoricActivityInstance> passed = history.createHistoricActivityInstanceQuery().processInstanceId(run.value())
                .orderByHistoricActivityInstanceStartTime().asc().orderPartiallyByOccurrence().asc().list();
        return Optional.of(new RunProgress(instance.getProcessDefinitionId(), ids(passed, activity -> activity.getEndTime() == null),
                ids(passed, activity -> activity.getEndTime() != null), failed(run), passed.stream().map(RunHistory::step).toList()));
    }

    private List<String> failed(PlaybookRunId run) {
        return runtime.createIncidentQuery().processInstanceId(run.value()).list().stream().map(Incident::getActivityId).distinct().toList();
    }

    private static List<String> ids(List<HistoricActivityInstance> passed, Predicate<HistoricActivityInstance> which) {
        return passed.stream().filter(which).map(HistoricActivityInstance::getActivityId).distinct().toList();
    }

    private static RunProgress.Step step(HistoricActivityInstance activity) {
        return new RunProgress.Step(activity.getActivityId(), Optional.ofNullable(activity.getActivityName()).orElse(activity.getActivityId()),
                activity.getActivityType(), activity.getStartTime().toInstant(), instant(activity.getEndTime()), activity.isCanceled(), activity.getAssignee());
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}

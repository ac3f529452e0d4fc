package io.countersign.playbook;

import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.PersonTask.Kind;
import io.countersign.proof.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what waits for people in runs. A user task without our vocabulary is not shown: the product would not know what its answer
 * means. All is read as it was at one moment: a task that somebody completes meanwhile must not fail the list for everybody.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class PersonTasks {

    private static final Map<String, Kind> KINDS = Map.of(Vocabulary.APPROVES, Kind.APPROVAL, Vocabulary.BY_HAND, Kind.BY_HAND,
            Vocabulary.RESOLVES, Kind.RESOLVE, Vocabulary.REVIEWS, Kind.REVIEW);

    private final TaskService tasks;
    private final FormService forms;
    private final RepositoryService repository;

    PersonTasks(TaskService tasks, FormService forms, RepositoryService repository) {
        this.tasks = tasks;
        this.forms = forms;
        this.repository = repository;
    }

    /** Oldest first. */
    public List<PersonTask> open() {
        return tasks.createTaskQuery().active().orderByTaskCreateTime().asc().list().stream().map(this::describe).flatMap(Optional::stream).toList();
    }

    public List<PersonTask> ofRun(PlaybookRunId run) {
        return tasks.createTaskQuery().processInstanceId(run.value()).orderByTaskCreateTime().asc().list().stream().map(this::describe)
                .flatMap(Optional::stream).toList();
    }

    public Optional<PersonTask> find(String id) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(id).singleResult()).flatMap(this::describe);
    }

    /** The form that the task was deployed with, as JSON. */
    public String form(String id) {
        try (InputStream form = TaskGone.orElse(() -> forms.getDeployedTaskForm(id))) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<PersonTask> describe(Task task) {
        BaseElement element = repository.getBpmnModelInstance(task.getProcessDefinitionId()).getModelElementById(task.getTaskDefinitionKey());
        Map<String, String> properties = Properties.of(element);
        return KINDS.entrySet().stream().filter(kind -> properties.containsKey(kind.getKey())).findFirst()
                .map(kind -> describe(task, element, kind.getValue(), kind.getValue() == Kind.REVIEW ? "" : properties.get(kind.getKey())));
    }

    private PersonTask describe(Task task, BaseElement element, Kind kind, String activity) {
        List<String> teams = TaskGone.orElse(() -> tasks.getIdentityLinksForTask(task.getId())).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).distinct().toList();
        String help = element.getDocumentations().stream().map(d -> d.getTextContent().strip()).findFirst().orElse("");
        return new PersonTask(task.getId(), kind, task.getName(), new PlaybookRunId(task.getProcessInstanceId()),
                IncidentId.parse((String) TaskGone.orElse(() -> tasks.getVariable(task.getId(), Vocabulary.VAR_INCIDENT))), activity, teams, task.getCreateTime().toInstant(), help,
                task.getFollowUpDate() == null ? null : task.getFollowUpDate().toInstant());
    }
}

package io.countersign.report;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.incident.IncidentView;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.PersonTasks;
import io.countersign.policy.Assessment;
import io.countersign.policy.Assessments;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What waits for people, oldest first, and whether this reader may do it. What it says is advice to the reader: the acting modules check again. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Inbox {

    private final Approvals approvals;
    private final PersonTasks tasks;
    private final Background background;
    private final Assessments assessments;
    private final People people;
    private final InstantSource clock;

    Inbox(Approvals approvals, PersonTasks tasks, Background background, Assessments assessments, People people, InstantSource clock) {
        this.approvals = approvals;
        this.tasks = tasks;
        this.background = background;
        this.assessments = assessments;
        this.people = people;
        this.clock = clock;
    }

    /** Requests for approval. @param all false for those only that this reader may decide on */
    public List<InboxItem> approvals(String reader, boolean all) {
        Names names = background.names();
        List<ApprovalRequestView> waiting = all ? approvals.pending() : approvals.pendingFor(reader);
        return waiting.stream().flatMap(request -> assessments.find(request.digest()).map(assessment -> item(request, assessment, reader, names)).stream())
                .toList();
    }

    /** What else waits: work by hand, unclear outcomes, reviews. @param all false for those only that this reader may do */
    public List<InboxItem> tasks(String reader, boolean all) {
        Names names = background.names();
        return tasks.open().stream().filter(task -> task.kind() != PersonTask.Kind.APPROVAL).map(task -> item(task, reader, names))
                .filter(item -> all || item.whyNot() == null).toList();
    }

    /** One of those; empty if it waits no more, or is an approval. */
    public Optional<InboxItem> task(String id, String reader) {
        return tasks.find(id).filter(task -> task.kind() != PersonTask.Kind.APPROVAL).map(task -> item(task, reader, background.names()));
    }

    /** How much this person could do now; what was put off counts when its day has come. */
    public long count(String reader) {
        Optional<Person> person = people.find(reader);
        return approvals.pendingFor(reader).size() + tasks.open().stream().filter(task -> task.kind() != PersonTask.Kind.APPROVAL)
                .filter(task -> !task.putOffAt(clock.instant())).filter(task -> person.filter(p -> mayDo(task, p)).isPresent()).count();
    }

    private InboxItem item(ApprovalRequestView request, Assessment assessment, String reader, Names names) {
        IncidentView incident = background.incident(request.incident());
        return new InboxItem(PersonTask.Kind.APPROVAL, request.id().toString(),
                Words.plain(names.action(assessment.request().actionType()) + " " + assessment.request().target().value()), request.digest().hex(),
                assessment.verdict().tier(), assessment.verdict().rule(), request.level(), request.incident().toString(), incident.title(),
                incident.severity(), request.playbookRun().value(), background.agent(assessment.request().agent(), names).text(),
                names.teams(request.teams()), request.openedAt(), request.expiresAt(), request.escalatedAt() != null, null, approvals.whyNot(reader, request).orElse(null));
    }

    private InboxItem item(PersonTask task, String reader, Names names) {
        IncidentView incident = background.incident(task.incident());
        return new InboxItem(task.kind(), task.id(), task.name(), null, null, null, 0, task.incident().toString(), incident.title(), incident.severity(),
                task.run().value(), "", names.teams(task.teams()), task.since(), null, false, task.askAgain(), whyNot(task, reader, names).orElse(null));
    }

    private Optional<String> whyNot(PersonTask task, String reader, Names names) {
        boolean may = people.find(reader).filter(person -> mayDo(task, person)).isPresent();
        return may ? Optional.empty() : Optional.of("This waits for analysts or approvers of " + Words.all(names.teams(task.teams())) + ".");
    }

    private static boolean mayDo(PersonTask task, Person person) {
        boolean role = person.mayAct(Role.APPROVER) || person.mayAct(Role.ANALYST) && task.kind() != PersonTask.Kind.BY_HAND;
        return role && task.teams().contains(person.team());
    }
}

package io.countersign.playbook;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.playbook.PersonTask.Kind;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person completes one task that is not an approval: check the form, check who, put it on the record, do what the answer means; one transaction. */
@Service
public class CompleteTask {

    private final PersonTasks tasks;
    private final TaskForms forms;
    private final People people;
    private final Answers answers;
    private final EvidenceLog evidence;

    CompleteTask(PersonTasks tasks, TaskForms forms, People people, Answers answers, EvidenceLog evidence) {
        this.tasks = tasks;
        this.forms = forms;
        this.people = people;
        this.answers = answers;
        this.evidence = evidence;
    }

    /**
     * @param password asked for once more where a person acts by hand; else ignored
     * @throws TaskRefused with what to mend
     */
    @Transactional
    public void complete(String id, Map<String, ?> submitted, String username, CharSequence password) {
        PersonTask task = tasks.find(id).orElseThrow(() -> new TaskRefused("This is not waiting any more: somebody or a timer was first."));
        requireAllowed(task, username, password);
        Map<String, Object> values = checked(forms.check(tasks.form(id), submitted));
        evidence.append(EvidenceEntry.of(EvidenceKind.PERSON_DECIDED, Actor.person(username)).about(task.incident()).in(task.run())
                .with("task", task.name()).with("kind", task.kind().name()).with("activity", task.activity()).with("answer", plain(values)));
        answers.apply(task, values, username);
    }

    private static Map<String, String> plain(Map<String, Object> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static Map<String, Object> checked(FormResult result) {
        if (result instanceof FormResult.Accepted accepted) {
            return accepted.values();
        }
        throw new TaskRefused(((FormResult.Refused) result).problems().stream()
                .map(problem -> new TaskRefused.Problem(problem.key(), problem.message())).toList());
    }

    private void requireAllowed(PersonTask task, String username, CharSequence password) {
        Person person = people.find(username).filter(Person::active).orElseThrow(() -> new TaskRefused("You have no active account here."));
        if (task.kind() == Kind.APPROVAL) {
            throw new TaskRefused("An approval is decided on its own page, bound to the digest that is shown there.");
        }
        boolean role = task.kind() == Kind.BY_HAND ? person.mayAct(Role.APPROVER) : person.mayAct(Role.APPROVER) || person.mayAct(Role.ANALYST);
        if (!role || !task.teams().contains(person.team())) {
            throw new TaskRefused("This waits for the teams " + String.join(", ", task.teams()) + "; you are in " + person.team()
                    + (role ? "." : " and lack the role for it.") + " Nothing was changed.");
        }
        if (task.kind() == Kind.BY_HAND && (password == null || !people.passwordMatches(username, password))) {
            throw new TaskRefused(java.util.List.of(new TaskRefused.Problem("password", "Give your password once more: you act by hand where no machine may.")));
        }
    }
}

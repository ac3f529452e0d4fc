package io.countersign.playbook;

import io.countersign.datastore.TriedAgain;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person completes one task that is not an approval: check the form, check who, put it on the record, do what the answer means; one transaction. */
@Service
public class CompleteTask {

    private final PersonTasks tasks;
    private final TaskForms forms;
    private final TaskEligibility eligibility;
    private final Answers answers;
    private final EvidenceLog evidence;

    CompleteTask(PersonTasks tasks, TaskForms forms, TaskEligibility eligibility, Answers answers, EvidenceLog evidence) {
        this.tasks = tasks;
        this.forms = forms;
        this.eligibility = eligibility;
        this.answers = answers;
        this.evidence = evidence;
    }

    /**
     * @param password asked for once more where a person acts by hand; else ignored
     * @throws TaskRefused with what to mend
     */
    @TriedAgain
    @Transactional
    public void complete(String id, Map<String, ?> submitted, String username, CharSequence password) {
        PersonTask task = tasks.find(id).orElseThrow(() -> new TaskRefused("This is not waiting any more: somebody or a timer was first."));
        eligibility.require(task, username, password);
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
}

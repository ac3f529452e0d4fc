package io.countersign.playbook;

import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.playbook.PersonTask.Kind;
import io.countersign.playbook.TaskRefused.Problem;
import io.countersign.policy.Assessments;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may do a task that is no approval: somebody of an asked team with the role for it; by hand, nobody who asked for the action, and with the password once more. */
@Component
class TaskEligibility {

    private final People people;
    private final Assessments assessments;
    private final Requesters requesters;

    TaskEligibility(People people, Assessments assessments, Requesters requesters) {
        this.people = people;
        this.assessments = assessments;
        this.requesters = requesters;
    }

    /** @throws TaskRefused saying which of the rules forbids it */
    void require(PersonTask task, String username, CharSequence password) {
        Person person = people.find(username).filter(Person::active).orElseThrow(() -> new TaskRefused("You have no active account here."));
        if (task.kind() == Kind.APPROVAL) {
            throw new TaskRefused("An approval is decided on its own page, bound to the digest that is shown there.");
        }
        boolean role = task.kind() == Kind.BY_HAND ? person.mayAct(Role.APPROVER) : person.mayAct(Role.APPROVER) || person.mayAct(Role.ANALYST);
        if (!role || !task.teams().contains(person.team())) {
            throw new TaskRefused("This waits for the teams " + String.join(", ", task.teams()) + "; you are in " + person.team()
                    + (role ? "." : " and lack the role for it.") + " Nothing was changed.");
        }
        if (task.kind() == Kind.BY_HAND) {
            requireByHand(task, username, password);
        }
    }

    private void requireByHand(PersonTask task, String username, CharSequence password) {
        boolean asked = assessments.latest(task.run(), task.activity()).map(requesters::of).filter(names -> !names.contains(username)).isEmpty();
        if (asked) {
            throw new TaskRefused("You started this or answer for the agent that asks, so somebody else must carry it out. Nothing was changed.");
        }
        if (password == null || !people.passwordMatches(username, password)) {
            throw new TaskRefused(List.of(new Problem("password", "Give your password once more: you act by hand where no machine may.")));
        }
    }
}

package io.countersign.approval;

import io.countersign.approval.DecisionRefused.Because;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may decide on a request: an active approver of an asked team who neither asked, nor answers for the asking agent, nor decided or shares a team with who decided before. */
@Component
class Eligibility {

    private static final String NOTHING_DECIDED = " Nothing was decided.";

    private final People people;

    Eligibility(People people) {
        this.people = people;
    }

    /** @throws DecisionRefused with {@code NOT_ALLOWED}, saying which of the rules forbids it */
    Person require(String username, ApprovalRequestView request, List<Approval> before) {
        Person person = people.find(username).filter(Person::active)
                .orElseThrow(() -> refused("You have no active account here"));
        if (!person.roles().contains(Role.APPROVER)) {
            throw refused("Deciding needs the role approver, which you do not have");
        }
        if (request.excluded().contains(username)) {
            throw refused("You started this or answer for the agent that asks, so somebody else must decide");
        }
        if (!request.teams().contains(person.team())) {
            throw refused("Policy asks the teams " + String.join(", ", request.teams()) + "; you are in " + person.team());
        }
        before.stream().filter(a -> a.person().equals(username)).findAny().ifPresent(a -> {
            throw refused("You already decided on this request; the second approval needs another person");
        });
        before.stream().filter(a -> a.team().equals(person.team())).findAny().ifPresent(a -> {
            throw refused("Team " + person.team() + " already approved; the second approval needs another team");
        });
        return person;
    }

    /** Why this person may not decide, before anything was tried; empty if they may. */
    Optional<String> whyNot(String username, ApprovalRequestView request, List<Approval> before) {
        try {
            require(username, request, before);
            return Optional.empty();
        } catch (DecisionRefused notAllowed) {
            return Optional.of(notAllowed.getMessage().replace(NOTHING_DECIDED, ""));
        }
    }

    boolean isApprover(String username) {
        return people.find(username).filter(person -> person.mayAct(Role.APPROVER)).isPresent();
    }

    boolean mayDecide(String username, ApprovalRequestView request, List<Approval> before) {
        return whyNot(username, request, before).isEmpty();
    }

    private static DecisionRefused refused(String why) {
        return new DecisionRefused(Because.NOT_ALLOWED, why + "." + NOTHING_DECIDED);
    }
}

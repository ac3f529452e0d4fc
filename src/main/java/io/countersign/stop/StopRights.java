package io.countersign.stop;

import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.stop.StopRefused.Because;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may press and who may lift. Pressing is easy: whoever works here and sees that something goes wrong, administrators too. Lifting gives
 * power over containment back, so it takes two of those who decide on it, of two teams wherever two teams have such people.
 */
@Component
public class StopRights {

    private static final Set<Role> PRESS = EnumSet.of(Role.ANALYST, Role.APPROVER, Role.GOVERNOR, Role.ADMINISTRATOR);
    private static final Set<Role> LIFT = EnumSet.of(Role.APPROVER, Role.GOVERNOR);

    private final People people;

    StopRights(People people) {
        this.people = people;
    }

    /** Countersign itself may always stop; an agent and a source of alerts never. */
    void requirePress(Actor by) {
        boolean may = by.kind() == Actor.Kind.SYSTEM || by.kind() == Actor.Kind.PERSON && people.find(by.id()).filter(person -> has(person, PRESS)).isPresent();
        if (!may) {
            throw new StopRefused(Because.NOT_ALLOWED, "Stopping takes the role analyst, approver, governor or administrator. Nothing was stopped.");
        }
    }

    public boolean mayPress(String username) {
        return people.find(username).filter(person -> has(person, PRESS)).isPresent();
    }

    public boolean mayLift(String username) {
        return people.find(username).filter(person -> has(person, LIFT)).isPresent();
    }

    /** Why this person cannot be the second who lifts what the other asked for; empty if they can. */
    Optional<String> objection(String asked, String username) {
        Optional<Person> second = people.find(username).filter(person -> has(person, LIFT));
        if (second.isEmpty()) {
            return Optional.of("Lifting takes the role approver or governor.");
        }
        if (asked.equals(username)) {
            return Optional.of("You asked for it yourself: a second person has to agree.");
        }
        String team = people.find(asked).map(Person::team).orElse("");
        boolean otherTeam = people.all().stream().anyMatch(person -> has(person, LIFT) && !person.team().equals(team));
        return otherTeam && second.get().team().equals(team)
                ? Optional.of("You are of the same team as the person who asked: somebody of another team has to agree.") : Optional.empty();
    }

    private static boolean has(Person person, Set<Role> roles) {
        return roles.stream().anyMatch(person::mayAct);
    }
}

package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.Person;
import org.springframework.stereotype.Component;

/** What templates ask for as {@code @names}: what an author or a second person is called. */
@Component("names")
public class PersonNames {

    private final People people;

    PersonNames(People people) {
        this.people = people;
    }

    public String of(Actor author) {
        return author.kind() == Actor.Kind.PERSON ? of(author.id()) : "Countersign (shipped with the product)";
    }

    public String of(String username) {
        return people.find(username).map(Person::displayName).orElse(username);
    }
}

package io.countersign.people.web;

import io.countersign.people.Person;
import io.countersign.people.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the address bar says about the list of people; null means any. */
record PeopleFilter(Boolean active, Role role, String team, String q, String sort) {

    List<Person> apply(List<Person> people) {
        return people.stream().filter(this::shows).sorted(order()).toList();
    }

    private boolean shows(Person person) {
        return (active == null || active == person.active())
                && (role == null || person.roles().contains(role))
                && (team == null || team.isEmpty() || team.equals(person.team()))
                && (q == null || contains(person.displayName()) || contains(person.username()));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(q.strip().toLowerCase(Locale.ROOT));
    }

    private Comparator<Person> order() {
        String column = sort == null ? "name" : sort.replaceFirst("^-", "");
        Comparator<Person> by = switch (column) {
            case "username" -> Comparator.comparing(Person::username);
            case "team" -> Comparator.comparing(Person::team).thenComparing(Person::displayName);
            default -> Comparator.comparing(Person::displayName, String.CASE_INSENSITIVE_ORDER);
        };
        return sort != null && sort.startsWith("-") ? by.reversed() : by;
    }
}

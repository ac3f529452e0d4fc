package io.countersign.people.web;

import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.people.Role;
import io.countersign.people.UnknownPerson;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has an account: the list, one person, and the form for a new one. */
@Controller
class PeoplePages {

    private final People people;

    PeoplePages(People people) {
        this.people = people;
    }

    @ModelAttribute("roles")
    Role[] roles() {
        return Role.values();
    }

    @GetMapping("/people")
    String list(PeopleFilter filter, Model model) {
        List<Person> all = people.all();
        model.addAttribute("all", all).addAttribute("people", filter.apply(all)).addAttribute("teams", people.teams());
        return "people/list";
    }

    @GetMapping("/people.csv")
    String export(PeopleFilter filter, Model model) {
        model.addAttribute("filename", "people.csv")
                .addAttribute("columns", List.of("username", "name", "team", "roles", "active"))
                .addAttribute("rows", filter.apply(people.all()).stream().map(PeoplePages::row).toList());
        return "csv";
    }

    @GetMapping("/people/new")
    String blank(Model model) {
        model.addAttribute("form", PersonForm.EMPTY).addAttribute("teams", people.teams());
        return "people/new";
    }

    @GetMapping("/people/{username}")
    String one(@PathVariable String username, Model model) {
        Person person = people.find(username).orElseThrow(() -> new UnknownPerson(username));
        model.addAttribute("person", person).addAttribute("team", people.team(person.team()).orElse(null));
        return "people/person";
    }

    private static List<Object> row(Person person) {
        return List.of(person.username(), person.displayName(), person.team(), person.roles().stream().sorted().toList(), person.active());
    }
}

package io.countersign.people.web;

import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Person;
import io.countersign.people.UnknownPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People over REST. Without passwords, but for the generated one of a new person, told once. */
@RestController
@RequestMapping("/api/people")
@Tag(name = "People")
class PeopleApi {

    private final People people;
    private final PeopleRegister register;

    PeopleApi(People people, PeopleRegister register) {
        this.people = people;
        this.register = register;
    }

    /** A new person with the password for the first sign-in. */
    @Schema(name = "AddedPerson")
    record Added(Person person, @Schema(description = "Works for one sign-in. Keep it now: it cannot be shown again.") String oneTimePassword) {
    }

    @GetMapping
    @Operation(summary = "Lists people by name")
    List<Person> all() {
        return people.all();
    }

    @GetMapping("/me")
    @Operation(summary = "The person whose password or session this request carries")
    Person me(Principal who) {
        return people.find(who.getName()).orElseThrow(() -> new UnknownPerson(who.getName()));
    }

    @PostMapping
    @Operation(summary = "Adds a person and tells their one-time password")
    ResponseEntity<Added> add(@RequestBody PersonForm form, Principal by) {
        String password = register.addPerson(form.person(), true, Actor.person(by.getName()));
        Person person = people.find(form.person().username()).orElseThrow();
        return ResponseEntity.status(HttpStatus.CREATED).cacheControl(CacheControl.noStore()).body(new Added(person, password));
    }
}

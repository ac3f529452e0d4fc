package io.countersign.people.web;

import io.countersign.evidence.Actor;
import io.countersign.people.DirectoryConflict;
import io.countersign.people.People;
import io.countersign.people.PeopleRegister;
import io.countersign.people.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What administrators change about people. A generated password is shown in the answer itself and not after a redirect, which
 * would keep it in the session table.
 */
@Controller
class PersonChanges {

    private final PeopleRegister register;
    private final People people;

    PersonChanges(PeopleRegister register, People people) {
        this.register = register;
        this.people = people;
    }

    @PostMapping("/people")
    String add(PersonForm form, Principal by, Model model, HttpServletResponse response) {
        try {
            return password(form.person().username(), register.addPerson(form.person(), true, actor(by)), model);
        } catch (IllegalArgumentException | DirectoryConflict wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("form", form).addAttribute("roles", Role.values()).addAttribute("teams", people.teams())
                    .addAttribute("wrong", wrong.getMessage());
            return "people/new";
        }
    }

    @PostMapping("/people/{username}/password")
    String resetPassword(@PathVariable String username, Principal by, Model model) {
        return password(username, register.resetPassword(username, actor(by)), model);
    }

    @PostMapping("/people/{username}/roles")
    String changeRoles(@PathVariable String username, @RequestParam(defaultValue = "") Set<Role> roles, Principal by, RedirectAttributes after) {
        register.changeRoles(username, roles, actor(by));
        return back(username, "The roles are changed, and their open sessions ended.", after);
    }

    @PostMapping("/people/{username}/deactivate")
    String deactivate(@PathVariable String username, Principal by, RedirectAttributes after) {
        register.deactivate(username, actor(by));
        return back(username, "They can no longer sign in or decide, and their open sessions ended.", after);
    }

    @PostMapping("/people/{username}/activate")
    String activate(@PathVariable String username, Principal by, RedirectAttributes after) {
        register.activate(username, actor(by));
        return back(username, "They can sign in again with the password they had.", after);
    }

    private String password(String username, String password, Model model) {
        model.addAttribute("person", people.find(username).orElseThrow()).addAttribute("password", password);
        return "people/password";
    }

    private static String back(String username, String message, RedirectAttributes after) {
        after.addAttribute("username", username).addFlashAttribute("flashDone", message);
        return "redirect:/people/{username}";
    }

    private static Actor actor(Principal by) {
        return Actor.person(by.getName());
    }
}

package io.countersign.people.web;

import io.countersign.people.DirectoryConflict;
import io.countersign.people.NewPassword;
import io.countersign.people.PeopleRegister;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person replaces their password; those with a generated one can do nothing else before. */
@Controller
class OwnPasswordPage {

    private final PeopleRegister register;

    OwnPasswordPage(PeopleRegister register) {
        this.register = register;
    }

    @GetMapping("/account/password")
    String form() {
        return "account/password";
    }

    /** Signs out afterwards: the next sign-in brings the person's roles. */
    @PostMapping("/account/password")
    String change(@RequestParam String current, @RequestParam String next, @RequestParam String again, Principal person,
                  Model model, HttpServletRequest request, HttpServletResponse response) throws ServletException {
        try {
            if (!next.equals(again)) {
                throw new IllegalArgumentException("The new password was not typed the same twice");
            }
            register.changeOwnPassword(person.getName(), current, new NewPassword(next));
        } catch (IllegalArgumentException | DirectoryConflict wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", wrong.getMessage());
            return "account/password";
        }
        request.logout();
        return "redirect:/login?changed";
    }
}

package io.countersign.people.web;

import io.countersign.people.DeployTokens;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where designers make the tokens with which Camunda Modeler deploys for them. A token is shown in the answer itself and not after a
 * redirect, which would keep it in the session table.
 */
@Controller
class DeployTokenPage {

    private final DeployTokens tokens;
    private final InstantSource clock;

    DeployTokenPage(DeployTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/account/tokens")
    String list(Principal person, Model model) {
        model.addAttribute("tokens", tokens.of(person.getName())).addAttribute("now", clock.instant()).addAttribute("longest", DeployTokens.LONGEST_DAYS);
        return "account/tokens";
    }

    @PostMapping("/account/tokens")
    String issue(@RequestParam String name, @RequestParam int days, Principal person, Model model, HttpServletResponse response) {
        try {
            model.addAttribute("issued", tokens.issue(person.getName(), name, days));
            return "account/token";
        } catch (IllegalArgumentException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", wrong.getMessage()).addAttribute("name", name).addAttribute("days", days);
            return list(person, model);
        }
    }

    @PostMapping("/account/tokens/{id}/void")
    String revoke(@PathVariable UUID id, Principal person, RedirectAttributes after) {
        tokens.revoke(person.getName(), id);
        after.addFlashAttribute("flashDone", "The token is void: what is sent with it is refused from now on.");
        return "redirect:/account/tokens";
    }
}

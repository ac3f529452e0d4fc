package io.countersign.incident.web;

import io.countersign.evidence.Actor;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IssuedToken;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The systems that may post alerts. A token is shown in the answer itself and not after a redirect, which would keep it in the
 * session table.
 */
@Controller
class AlertSourcePages {

    private final AlertSources sources;

    AlertSourcePages(AlertSources sources) {
        this.sources = sources;
    }

    @GetMapping("/sources")
    String list(Model model) {
        model.addAttribute("sources", sources.all()).addAttribute("formats", new TreeSet<>(sources.formats()));
        return "sources/list";
    }

    @PostMapping("/sources")
    String add(@RequestParam String name, @RequestParam String format, Principal by, Model model, HttpServletResponse response) {
        try {
            return token(sources.create(name.strip(), format, actor(by)), model);
        } catch (IllegalArgumentException wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", wrong.getMessage()).addAttribute("name", name).addAttribute("format", format);
            return list(model);
        }
    }

    @PostMapping("/sources/{name}/rotate")
    String rotate(@PathVariable String name, Principal by, Model model) {
        return token(sources.rotate(name, actor(by)), model);
    }

    @PostMapping("/sources/{name}/revoke")
    String revoke(@PathVariable String name, Principal by, RedirectAttributes after) {
        sources.revoke(name, actor(by));
        after.addFlashAttribute("flashDone", "The token of " + name + " is void: what it sends is refused from now on.");
        return "redirect:/sources";
    }

    private static String token(IssuedToken issued, Model model) {
        model.addAttribute("issued", issued);
        return "sources/token";
    }

    private static Actor actor(Principal by) {
        return Actor.person(by.getName());
    }
}

package io.countersign.desk.web;

import io.countersign.action.ActionCatalogue;
import io.countersign.evidence.Actor;
import io.countersign.people.People;
import io.countersign.policy.guardrail.Guardrail;
import io.countersign.policy.guardrail.GuardrailRefused;
import io.countersign.policy.guardrail.Guardrails;
import io.countersign.policy.guardrail.ManageGuardrails;
import io.countersign.policy.guardrail.OverrideGuardrail;
import java.security.Principal;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The guardrails, who may change them, and the overrides that two people agree on. */
@Controller
class GuardrailPages {

    private static final int MOST = 100;

    private final Guardrails guardrails;
    private final ManageGuardrails manage;
    private final OverrideGuardrail overrides;
    private final ActionCatalogue catalogue;
    private final People people;
    private final InstantSource clock;

    GuardrailPages(Guardrails guardrails, ManageGuardrails manage, OverrideGuardrail overrides, ActionCatalogue catalogue, People people, InstantSource clock) {
        this.guardrails = guardrails;
        this.manage = manage;
        this.overrides = overrides;
        this.catalogue = catalogue;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/guardrails")
    String page(@RequestParam(defaultValue = "") String guardrail, @RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String target,
                Principal person, Model model) {
        model.addAttribute("rows", guardrails.all()).addAttribute("overrides", overrides.latest(MOST)).addAttribute("now", clock.instant())
                .addAttribute("actions", catalogue.all()).addAttribute("teams", people.teams()).addAttribute("kinds", Guardrail.Kind.values())
                .addAttribute("chosen", guardrail).addAttribute("action", action).addAttribute("target", target).addAttribute("me", person.getName());
        return "desk/guardrails";
    }

    @PostMapping("/guardrails")
    String put(@ModelAttribute GuardrailForm form, Principal person, RedirectAttributes after) {
        return tell(after, form, () -> {
            manage.put(form.read(), Actor.person(person.getName()));
            after.addFlashAttribute("flashDone", "The guardrail counts from now on, also for what was decided before and is not done yet.");
        });
    }

    @PostMapping("/guardrails/{id}/state")
    String state(@PathVariable String id, @RequestParam boolean enabled, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, null, () -> {
            manage.enable(id, enabled, reason, Actor.person(person.getName()));
            after.addFlashAttribute("flashDone", enabled ? "The guardrail counts again." : "The guardrail does not count any more.");
        });
    }

    @PostMapping("/guardrails/overrides")
    String ask(@RequestParam String guardrail, @RequestParam String action, @RequestParam(defaultValue = "") String target, @RequestParam(defaultValue = "") String reason,
               Principal person, RedirectAttributes after) {
        return tell(after, null, () -> {
            overrides.ask(guardrail, action, target, reason, person.getName());
            after.addFlashAttribute("flashDone", "Asked for. It counts once a second person agrees, for what is assessed from then on.");
        });
    }

    @PostMapping("/guardrails/overrides/{id}")
    String decide(@PathVariable UUID id, @RequestParam boolean granted, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, null, () -> {
            overrides.decide(id, granted, reason, person.getName());
            after.addFlashAttribute("flashDone", granted ? "Overridden, for this action on this target. Start the playbook again on its incident if it was refused before."
                    : "Not overridden: the guardrail counts.");
        });
    }

    private static String tell(RedirectAttributes after, GuardrailForm typed, Runnable order) {
        try {
            order.run();
        } catch (GuardrailRefused | IllegalArgumentException refused) {
            after.addFlashAttribute("wrong", refused.getMessage()).addFlashAttribute("typed", typed);
        }
        return "redirect:/guardrails";
    }
}

package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.execution.HeldActions;
import io.countersign.stop.LiftStop;
import io.countersign.stop.PressStop;
import io.countersign.stop.Stop;
import io.countersign.stop.StopRefused;
import io.countersign.stop.StopRights;
import io.countersign.stop.StopScope;
import io.countersign.stop.Stoppable;
import io.countersign.stop.Stops;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is stopped, by whom and why, what waits behind it, and how to press and to lift. */
@Controller
class StopPages {

    private static final int MOST = 100;

    /** A stop with what this reader can do about it. @param objection why they are not the second person who lifts it, or null */
    record Shown(Stop stop, Stop.Word asked, String objection, int behind) {
    }

    private final Stops stops;
    private final PressStop press;
    private final LiftStop lift;
    private final StopRights rights;
    private final HeldActions held;
    private final List<Stoppable> stoppable;

    StopPages(Stops stops, PressStop press, LiftStop lift, StopRights rights, HeldActions held, List<Stoppable> stoppable) {
        this.stops = stops;
        this.press = press;
        this.lift = lift;
        this.rights = rights;
        this.held = held;
        this.stoppable = stoppable;
    }

    @GetMapping("/stops")
    String page(@RequestParam(defaultValue = "EVERYTHING") String of, Principal person, Model model) {
        model.addAttribute("inForce", stops.inForce().stream().map(stop -> shown(stop, person.getName())).toList())
                .addAttribute("past", stops.latest(MOST).stream().filter(stop -> !stop.inForce()).toList())
                .addAttribute("held", held.waiting(MOST)).addAttribute("heldInAll", held.count()).addAttribute("choices", stoppable).addAttribute("of", of)
                .addAttribute("mayPress", rights.mayPress(person.getName())).addAttribute("mayAsk", rights.mayLift(person.getName()));
        return "desk/stops";
    }

    /** @param of {@code EVERYTHING}, or a kind and a name as in {@code PLAYBOOK isolate-infected-host} */
    @PostMapping("/stops")
    String press(@RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            press.press(scope(of), reason, Actor.person(person.getName()));
            after.addFlashAttribute("flashDone", "Stopped, on every node. Nothing new is sent from now on. What was done can still be taken back.");
        });
    }

    @PostMapping("/stops/{id}/ask")
    String ask(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            lift.ask(id, person.getName(), reason);
            after.addFlashAttribute("flashDone", "Asked for. It is lifted when a second person agrees within the hour.");
        });
    }

    @PostMapping("/stops/{id}/lift")
    String lift(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            lift.lift(id, person.getName(), reason);
            after.addFlashAttribute("flashDone", "Lifted. What waited is assessed anew, and people are asked anew.");
        });
    }

    @PostMapping("/stops/{id}/keep")
    String keep(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            lift.keep(id, person.getName(), reason);
            after.addFlashAttribute("flashDone", "The stop stays in force.");
        });
    }

    private static StopScope scope(String of) {
        String[] words = of.split(" ", 2);
        try {
            return new StopScope(StopScope.Kind.valueOf(words[0]), words.length == 1 ? "" : words[1]);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Choose what is to be stopped. Nothing was stopped.");
        }
    }

    private Shown shown(Stop stop, String person) {
        return new Shown(stop, lift.current(stop).orElse(null), lift.objection(stop, person).orElse(null), held.behind(stop.id()).size());
    }

    private static String tell(RedirectAttributes after, String typed, Runnable order) {
        try {
            order.run();
        } catch (StopRefused refused) {
            after.addFlashAttribute("wrong", refused.getMessage()).addFlashAttribute("typed", typed);
        }
        return "redirect:/stops";
    }
}

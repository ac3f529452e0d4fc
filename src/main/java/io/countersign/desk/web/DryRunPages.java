package io.countersign.desk.web;

import io.countersign.stop.DryRuns;
import io.countersign.stop.StopRefused;
import io.countersign.stop.StopScope;
import io.countersign.stop.Stoppable;
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

/** Which playbooks and products only pretend. */
@Controller
class DryRunPages {

    private final DryRuns dryRuns;
    private final List<Stoppable> stoppable;

    DryRunPages(DryRuns dryRuns, List<Stoppable> stoppable) {
        this.dryRuns = dryRuns;
        this.stoppable = stoppable;
    }

    @GetMapping("/dry-runs")
    String page(Model model) {
        model.addAttribute("inForce", dryRuns.inForce()).addAttribute("choices", stoppable.stream().filter(some -> some.kind() != StopScope.Kind.ACTION_TYPE).toList());
        return "desk/dry-runs";
    }

    /** @param of a kind and a name, as in {@code PLAYBOOK isolate-infected-host} */
    @PostMapping("/dry-runs")
    String begin(@RequestParam(defaultValue = "") String of, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            dryRuns.begin(scope(of), reason, person.getName());
            after.addFlashAttribute("flashDone", "From now on everything is done but the effect, and every page says so.");
        });
    }

    @PostMapping("/dry-runs/{id}/end")
    String end(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        return tell(after, reason, () -> {
            dryRuns.end(id, reason, person.getName());
            after.addFlashAttribute("flashDone", "Effects are real again. What was assessed during the dry run is assessed anew first.");
        });
    }

    private static StopScope scope(String of) {
        String[] words = of.split(" ", 2);
        try {
            return new StopScope(StopScope.Kind.valueOf(words[0]), words.length == 1 ? "" : words[1]);
        } catch (IllegalArgumentException none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Choose a playbook or a product. Nothing was changed.");
        }
    }

    private static String tell(RedirectAttributes after, String typed, Runnable order) {
        try {
            order.run();
        } catch (StopRefused refused) {
            after.addFlashAttribute("wrong", refused.getMessage()).addFlashAttribute("typed", typed);
        }
        return "redirect:/dry-runs";
    }
}

package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.playbook.FormResult;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The plan of a release, keep or rollback, before it is ordered: in which order, what cannot be undone, who else holds it. */
@Controller
class PlanPage {

    private static final List<String> NOT_OF_THE_FORM = List.of("_csrf", "order");

    private final RunStands stands;
    private final OrderSheets sheets;
    private final OrderDesk desk;
    private final InstantSource clock;

    PlanPage(RunStands stands, OrderSheets sheets, OrderDesk desk, InstantSource clock) {
        this.stands = stands;
        this.sheets = sheets;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/runs/{id}/plan")
    String plan(@PathVariable String id, @RequestParam(defaultValue = "rollback") String order, Model model) {
        RunStand stand = find(id);
        return page(stand, RunOrder.of(order), sheets.blank(stand.file().run(), RunOrder.of(order)), model);
    }

    @GetMapping("/runs/{id}/plan/form")
    ResponseEntity<String> form(@PathVariable String id, @RequestParam String order) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(sheets.form(find(id).file().run(), RunOrder.of(order)));
    }

    @PostMapping("/runs/{id}/plan")
    String order(@PathVariable String id, @RequestParam Map<String, String> sent, Principal person, Model model, HttpServletResponse response) {
        RunOrder order = RunOrder.of(sent.getOrDefault("order", ""));
        PlaybookRun run = find(id).file().run();
        Map<String, String> typed = new HashMap<>(sent);
        NOT_OF_THE_FORM.forEach(typed::remove);
        Instant asked = clock.instant();
        FormResult result = sheets.check(run, order, typed);
        List<FormResult.Problem> problems = result instanceof FormResult.Refused refused ? refused.problems()
                : desk.order(run.id(), order, ((FormResult.Accepted) result).values(), Actor.person(person.getName()));
        if (problems.isEmpty()) {
            return "redirect:/runs/" + run.id() + "/result?since=" + asked;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(find(id), order, sheets.again(run, order, typed, problems), model);
    }

    private static String page(RunStand stand, RunOrder order, FormSheet form, Model model) {
        model.addAttribute("stand", stand).addAttribute("file", stand.file()).addAttribute("order", order).addAttribute("orders", RunOrder.values())
                .addAttribute("form", form);
        return "desk/plan";
    }

    private RunStand find(String id) {
        return stands.find(new PlaybookRunId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run " + id + "."));
    }
}

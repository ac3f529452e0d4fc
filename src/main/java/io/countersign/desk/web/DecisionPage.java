package io.countersign.desk.web;

import io.countersign.action.ActionDigest;
import io.countersign.approval.ApprovalState;
import io.countersign.approval.DecideApproval;
import io.countersign.approval.Decision;
import io.countersign.approval.DecisionRefused;
import io.countersign.playbook.FormResult;
import io.countersign.playbook.TaskForms;
import io.countersign.report.ApprovalCase;
import io.countersign.report.CaseFiles;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One request for approval: what will happen and why, the decision, and what followed from it. The digest that was read travels with the decision. */
@Controller
class DecisionPage {

    private final CaseFiles files;
    private final OpenForms open;
    private final TaskForms checks;
    private final FormSheets sheets;
    private final DecideApproval decide;

    DecisionPage(CaseFiles files, OpenForms open, TaskForms checks, FormSheets sheets, DecideApproval decide) {
        this.files = files;
        this.open = open;
        this.checks = checks;
        this.sheets = sheets;
        this.decide = decide;
    }

    @GetMapping("/approvals/{id}")
    String one(@PathVariable UUID id, Principal person, Model model) {
        ApprovalCase found = find(id, person);
        form(found).ifPresent(form -> model.addAttribute("form", sheets.blank(address(found), form)));
        return page(found, model);
    }

    /** What happened since; a page asks for it until that is settled. */
    @GetMapping("/approvals/{id}/after")
    String after(@PathVariable UUID id, Principal person, Model model) {
        page(find(id, person), model);
        return "desk/approval :: after";
    }

    @PostMapping("/approvals/{id}")
    String decide(@PathVariable UUID id, @RequestParam String digest, @RequestParam(defaultValue = "") String choice,
                  @RequestParam(defaultValue = "") String rationale, Principal person, Model model, HttpServletResponse response) {
        ApprovalCase found = find(id, person);
        List<FormResult.Problem> problems = problems(found, choice, rationale);
        if (problems.isEmpty()) {
            try {
                decide.decide(new Decision(id, new ActionDigest(digest), choice.equals("approve"), rationale, person.getName()));
                return "redirect:/approvals/" + id;
            } catch (DecisionRefused refused) {
                problems = List.of(new FormResult.Problem("", refused.getMessage()));
            }
        }
        return again(find(id, person), rationale, problems, model, response);
    }

    /** The form may be gone by now, because somebody or a timer was first: then the decision itself is refused, with the reason. */
    private List<FormResult.Problem> problems(ApprovalCase found, String choice, String rationale) {
        if (!choice.equals("approve") && !choice.equals("refuse")) {
            return List.of(new FormResult.Problem("", "Say whether you approve or refuse. Nothing was decided."));
        }
        return form(found).map(form -> checks.check(form, Map.of("rationale", rationale)))
                .filter(FormResult.Refused.class::isInstance).map(result -> ((FormResult.Refused) result).problems()).orElse(List.of());
    }

    private String again(ApprovalCase found, String rationale, List<FormResult.Problem> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        form(found).ifPresentOrElse(form -> model.addAttribute("form", sheets.again(address(found), form, Map.of("rationale", rationale), problems)),
                () -> model.addAttribute("flashFailed", problems.get(0).message()));
        return page(found, model);
    }

    private String page(ApprovalCase found, Model model) {
        model.addAttribute("approval", found).addAttribute("aftermath", Aftermath.of(found));
        return "desk/approval";
    }

    private Optional<String> form(ApprovalCase found) {
        return found.ask().request().state() == ApprovalState.PENDING ? open.find(found.ask().request().task()) : Optional.empty();
    }

    private static String address(ApprovalCase found) {
        return OpenForms.address(found.ask().request().task());
    }

    private ApprovalCase find(UUID id, Principal person) {
        return files.ofApproval(id, person.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such request for approval."));
    }
}

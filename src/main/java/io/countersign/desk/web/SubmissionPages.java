package io.countersign.desk.web;

import io.countersign.playbook.DeployResult;
import io.countersign.playbook.Governance;
import io.countersign.playbook.GovernanceRefused;
import io.countersign.playbook.PlaybookCatalogue;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was sent to the gate: findings with their traces where it was refused, the changes and the decision where a second person has to look. */
@Controller
class SubmissionPages {

    private static final int MOST = 200;

    private final Submissions submissions;
    private final PlaybookCatalogue catalogue;
    private final Governance governance;

    SubmissionPages(Submissions submissions, PlaybookCatalogue catalogue, Governance governance) {
        this.submissions = submissions;
        this.catalogue = catalogue;
        this.governance = governance;
    }

    @GetMapping("/playbooks/submissions")
    String list(@RequestParam(required = false) Submission.State state, Model model) {
        List<Submission> all = submissions.latest(MOST);
        model.addAttribute("all", all).addAttribute("rows", all.stream().filter(one -> state == null || one.state() == state).toList())
                .addAttribute("states", Submission.State.values());
        return "desk/submissions";
    }

    @GetMapping("/playbooks/submissions/{id}")
    String one(@PathVariable UUID id, Principal person, Model model) {
        Submission sent = submissions.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such submission."));
        model.addAttribute("sent", sent).addAttribute("proofs", catalogue.proofs(sent));
        if (sent.waits()) {
            model.addAttribute("outlook", governance.outlook(sent)).addAttribute("objection", governance.objection(sent, person.getName()).orElse(null));
        }
        return "desk/submission";
    }

    @PostMapping("/playbooks/submissions/{id}/activate")
    String activate(@PathVariable UUID id, @RequestParam(defaultValue = "") String rationale, @RequestParam(defaultValue = "") String seal, Principal person,
                    RedirectAttributes after) {
        return tell(id, rationale, after, () -> {
            DeployResult made = governance.activate(id, person.getName(), rationale, seal);
            after.addFlashAttribute("flashDone", "Activated: new runs of " + String.join(", ", made.playbooks().stream().map(one -> one.key()).toList())
                    + " start on it from now on. Runs that go on stay on their version.");
        });
    }

    @PostMapping("/playbooks/submissions/{id}/refuse")
    String refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String rationale, Principal person, RedirectAttributes after) {
        return tell(id, rationale, after, () -> {
            governance.turnDown(id, person.getName(), rationale);
            after.addFlashAttribute("flashDone", "Turned down. What is active stays so; its author reads your reasons here.");
        });
    }

    private static String tell(UUID id, String rationale, RedirectAttributes after, Runnable decision) {
        try {
            decision.run();
        } catch (GovernanceRefused refused) {
            after.addFlashAttribute("wrong", refused.getMessage()).addFlashAttribute("typed", rationale);
        }
        after.addAttribute("id", id);
        return "redirect:/playbooks/submissions/{id}";
    }
}

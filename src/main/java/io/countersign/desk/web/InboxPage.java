package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.playbook.StuckWork;
import io.countersign.report.Inbox;
import io.countersign.report.InboxItem;
import io.countersign.report.UnaskedActions;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The start page: what waits for this person, what is stuck, and what was done without asking anybody. */
@Controller
class InboxPage {

    private static final Duration LATELY = Duration.ofHours(24);

    private final Inbox inbox;
    private final StuckWork stuck;
    private final UnaskedActions unasked;

    InboxPage(Inbox inbox, StuckWork stuck, UnaskedActions unasked) {
        this.inbox = inbox;
        this.stuck = stuck;
        this.unasked = unasked;
    }

    @GetMapping("/inbox")
    String inbox(Principal person, Model model) {
        List<InboxItem> approvals = inbox.approvals(person.getName(), true);
        List<InboxItem> tasks = inbox.tasks(person.getName(), true);
        model.addAttribute("approvals", mine(approvals)).addAttribute("tasks", mine(tasks))
                .addAttribute("othersApprovals", others(approvals)).addAttribute("othersTasks", others(tasks))
                .addAttribute("stuck", stuck.all()).addAttribute("unasked", unasked.since(LATELY));
        return "desk/inbox";
    }

    @PostMapping("/inbox/stuck/{id}/retry")
    String retry(@PathVariable String id, Principal person, RedirectAttributes after) {
        boolean tried = stuck.retry(id, Actor.person(person.getName()));
        after.addFlashAttribute(tried ? "flashDone" : "flashFailed", tried ? "It is being tried once more. If it fails again it comes back here."
                : "This is not stuck any more: somebody was first, or its run was rolled back.");
        return "redirect:/inbox";
    }

    private static List<InboxItem> mine(List<InboxItem> items) {
        return items.stream().filter(item -> item.whyNot() == null).toList();
    }

    private static List<InboxItem> others(List<InboxItem> items) {
        return items.stream().filter(item -> item.whyNot() != null).toList();
    }
}

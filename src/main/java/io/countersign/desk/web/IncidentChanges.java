package io.countersign.desk.web;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.incident.ChangeRefused;
import io.countersign.incident.Incidents;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import io.countersign.playbook.PlaybookAlreadyRuns;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.playbook.UnknownPlaybook;
import java.io.Serializable;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people change about an incident, and the start of a playbook by hand. A refusal goes back to the form it came from, with what was typed. */
@Controller
class IncidentChanges {

    private static final int LONGEST_REASON = 2000;

    private final Incidents incidents;
    private final PlaybookStarter starter;

    IncidentChanges(Incidents incidents, PlaybookStarter starter) {
        this.incidents = incidents;
        this.starter = starter;
    }

    /** What was sent and why it was not taken; it travels through the session. */
    public record Wrong(String form, String message, String chosen, String reason) implements Serializable {
    }

    @PostMapping("/incidents/{id}/ticket")
    String ticket(@PathVariable String id, @RequestParam TicketState to, @RequestParam(defaultValue = "") String reason, Principal person,
                  RedirectAttributes after) {
        return tell(id, "ticket", to.name(), reason, after, "The ticket is moved.",
                () -> incidents.changeTicket(IncidentId.parse(id), to, reason.strip(), Actor.person(person.getName())));
    }

    @PostMapping("/incidents/{id}/severity")
    String severity(@PathVariable String id, @RequestParam Severity to, @RequestParam(defaultValue = "") String reason, Principal person,
                  RedirectAttributes after) {
        return tell(id, "severity", to.name(), reason, after, "The severity is changed. What was approved and not yet done is assessed again.",
                () -> incidents.changeSeverity(IncidentId.parse(id), to, reason.strip(), Actor.person(person.getName())));
    }

    @PostMapping("/incidents/{id}/runs")
    String start(@PathVariable String id, @RequestParam String playbook, @RequestParam(defaultValue = "") String reason, Principal person,
                 RedirectAttributes after) {
        return tell(id, "playbook", playbook, reason, after, "The playbook is started. You cannot approve what it asks for: somebody else decides.",
                () -> starter.start(IncidentId.parse(id), playbook, reason.strip(), Actor.person(person.getName())));
    }

    private static String tell(String id, String form, String chosen, String reason, RedirectAttributes after, String done, Runnable change) {
        try {
            if (reason.strip().length() < 10 || reason.length() > LONGEST_REASON) {
                throw new ChangeRefused("Say why, in 10 to " + LONGEST_REASON + " characters: auditors will read it. Nothing was changed.");
            }
            change.run();
            after.addFlashAttribute("flashDone", done);
        } catch (ChangeRefused | PlaybookAlreadyRuns | UnknownPlaybook refused) {
            after.addFlashAttribute("wrong", new Wrong(form, refused.getMessage(), chosen, reason));
        }
        after.addAttribute("id", id);
        return "redirect:/incidents/{id}";
    }
}

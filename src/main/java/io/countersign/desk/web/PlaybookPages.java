package io.countersign.desk.web;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.people.People;
import io.countersign.people.Team;
import io.countersign.playbook.Authority;
import io.countersign.playbook.GovernanceRefused;
import io.countersign.playbook.PlaybookCatalogue;
import io.countersign.playbook.PlaybookStanding;
import io.countersign.playbook.RunMigrations;
import io.countersign.playbook.VersionStanding;
import io.countersign.playbook.gate.Submissions;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of playbooks, and one playbook: what was proved about it, what it may do at most, its versions, and the runs on older ones. */
@Controller
class PlaybookPages {

    private static final int LATEST = 10;

    private final PlaybookCatalogue catalogue;
    private final Submissions submissions;
    private final Authority authority;
    private final RunMigrations migrations;
    private final People people;

    PlaybookPages(PlaybookCatalogue catalogue, Submissions submissions, Authority authority, RunMigrations migrations, People people) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.authority = authority;
        this.migrations = migrations;
        this.people = people;
    }

    /** @param state of the address bar; nothing means all */
    @GetMapping("/playbooks")
    String list(@RequestParam(defaultValue = "") String state, Model model) {
        List<PlaybookStanding> all = catalogue.all();
        model.addAttribute("all", all).addAttribute("playbooks", all.stream().filter(one -> shows(one, state)).toList()).addAttribute("teams", teams())
                .addAttribute("waiting", submissions.countWaiting());
        return "desk/playbooks";
    }

    private static boolean shows(PlaybookStanding one, String state) {
        return state.isEmpty() || one.state().name().equals(state) || one.pending().filter(sent -> sent.state().name().equals(state)).isPresent();
    }

    /** @param version of the playbook; the latest if none is named */
    @GetMapping("/playbooks/{key}")
    String playbook(@PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
        List<VersionStanding> versions = catalogue.versions(key);
        VersionStanding shown = versions.stream().filter(one -> version == null || one.version().version() == version).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such version of a playbook " + key + "."));
        model.addAttribute("shown", shown).addAttribute("playbook", shown.version()).addAttribute("versions", versions)
                .addAttribute("authority", authority.of(shown.version())).addAttribute("teams", teams())
                .addAttribute("sent", submissions.ofPlaybook(key, LATEST).stream().filter(one -> one.state() != io.countersign.playbook.gate.Submission.State.ACTIVE).toList())
                .addAttribute("offers", migrations.offers(key));
        return "desk/playbook";
    }

    @GetMapping("/playbooks/{key}/diff")
    String diff(@PathVariable String key, @RequestParam int from, @RequestParam int to, Model model) {
        var changes = catalogue.changes(key, from, to)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There are no such versions of a playbook " + key + "."));
        List<VersionStanding> versions = catalogue.versions(key);
        model.addAttribute("key", key).addAttribute("from", from).addAttribute("to", to).addAttribute("changes", List.of(changes)).addAttribute("versions", versions)
                .addAttribute("now", versions.stream().filter(one -> one.version().version() == to).findFirst().orElseThrow());
        return "desk/diff";
    }

    @PostMapping("/playbooks/{key}/runs/{run}/move")
    String move(@PathVariable String key, @PathVariable String run, @RequestParam(defaultValue = "") String reason, Principal person, RedirectAttributes after) {
        try {
            migrations.move(new PlaybookRunId(run), person.getName(), reason);
            after.addFlashAttribute("flashDone", "The run goes on by the version that starts now.");
        } catch (GovernanceRefused refused) {
            after.addFlashAttribute("flashFailed", refused.getMessage()).addFlashAttribute("typed", Map.of(run, reason));
        }
        after.addAttribute("key", key);
        return "redirect:/playbooks/{key}#runs";
    }

    private Map<String, String> teams() {
        return people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    }
}

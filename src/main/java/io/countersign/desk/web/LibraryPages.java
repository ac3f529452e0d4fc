package io.countersign.desk.web;

import io.countersign.action.ActionCatalogue;
import io.countersign.people.People;
import io.countersign.people.Team;
import io.countersign.playbook.Authority;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.PlaybookVersion;
import io.countersign.report.ConnectorChecks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is deployed and what can be done at all: playbooks with what they may do at most, the decisions of policy, and the catalogue of actions. */
@Controller
class LibraryPages {

    private final PlaybookLibrary library;
    private final Authority authority;
    private final ActionCatalogue catalogue;
    private final People people;
    private final ConnectorChecks connectors;

    LibraryPages(PlaybookLibrary library, Authority authority, ActionCatalogue catalogue, People people, ConnectorChecks connectors) {
        this.library = library;
        this.authority = authority;
        this.catalogue = catalogue;
        this.people = people;
        this.connectors = connectors;
    }

    @GetMapping("/playbooks")
    String playbooks(Model model) {
        model.addAttribute("playbooks", library.latest()).addAttribute("teams", teams());
        return "desk/playbooks";
    }

    /** @param version of the playbook; the latest if none is named */
    @GetMapping("/playbooks/{key}")
    String playbook(@PathVariable String key, @RequestParam(required = false) Integer version, Model model) {
        List<PlaybookVersion> versions = library.versions(key);
        PlaybookVersion shown = versions.stream().filter(one -> version == null || one.version() == version).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such version of a playbook " + key + "."));
        model.addAttribute("playbook", shown).addAttribute("versions", versions).addAttribute("authority", authority.of(shown))
                .addAttribute("teams", teams());
        return "desk/playbook";
    }

    private Map<String, String> teams() {
        return people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    }

    @GetMapping("/policy")
    String policy(Model model) {
        model.addAttribute("decisions", library.decisions());
        return "desk/policy";
    }

    /** @param rule to be lit, as an assessment names it: {@code RT-07} */
    @GetMapping("/policy/{definition}")
    String decision(@PathVariable String definition, @RequestParam(defaultValue = "") String rule, Model model) {
        var decision = library.decision(definition)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such version of a decision."));
        model.addAttribute("decision", decision).addAttribute("rule", rule)
                .addAttribute("fired", rule.isEmpty() ? List.of() : List.of(rule.toLowerCase(Locale.ROOT)));
        return "desk/decision";
    }

    @GetMapping("/actions")
    String actions(Model model) {
        model.addAttribute("actions", catalogue.all()).addAttribute("connectors", connectors.latest());
        return "desk/actions";
    }
}

package io.countersign.desk.web;

import io.countersign.action.ActionCatalogue;
import io.countersign.people.People;
import io.countersign.people.Team;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.proof.decision.DecisionAnalysis;
import io.countersign.report.ConnectorChecks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What can be done at all: the decisions of policy, and the catalogue of actions. */
@Controller
class LibraryPages {

    private final PlaybookLibrary library;
    private final ActionCatalogue catalogue;
    private final ConnectorChecks connectors;
    private final People people;

    LibraryPages(PlaybookLibrary library, ActionCatalogue catalogue, ConnectorChecks connectors, People people) {
        this.library = library;
        this.catalogue = catalogue;
        this.connectors = connectors;
        this.people = people;
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
        String dmn = library.dmn(definition).orElse("");
        model.addAttribute("decision", decision).addAttribute("rule", rule)
                .addAttribute("analysis", new DecisionAnalysis(catalogue, people.teams().stream().map(Team::id).collect(Collectors.toSet())).analyse(decision.key() + ".dmn", dmn.getBytes(StandardCharsets.UTF_8)))
                .addAttribute("fired", rule.isEmpty() ? List.of() : List.of(rule.toLowerCase(Locale.ROOT)));
        return "desk/decision";
    }

    @GetMapping("/actions")
    String actions(Model model) {
        model.addAttribute("actions", catalogue.all()).addAttribute("connectors", connectors.latest());
        return "desk/actions";
    }
}

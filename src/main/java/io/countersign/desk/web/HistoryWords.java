package io.countersign.desk.web;

import io.countersign.action.ActionCatalogue;
import io.countersign.agent.Agents;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRuns;
import io.countersign.people.People;
import io.countersign.playbook.PlaybookLibrary;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** What the history can be searched by: the choices of the form, and what a word typed into the search box means. */
@Component
class HistoryWords {

    private final People people;
    private final Agents agents;
    private final ActionCatalogue catalogue;
    private final PlaybookLibrary library;
    private final PlaybookRuns runs;

    HistoryWords(People people, Agents agents, ActionCatalogue catalogue, PlaybookLibrary library, PlaybookRuns runs) {
        this.people = people;
        this.agents = agents;
        this.catalogue = catalogue;
        this.library = library;
        this.runs = runs;
    }

    void choices(Model model) {
        model.addAttribute("people", people.all()).addAttribute("agents", agents.all()).addAttribute("playbooks", library.latest())
                .addAttribute("actions", catalogue.all().stream().sorted(Comparator.comparing(type -> type.name())).toList());
    }

    /** The address that answers a word: the id of a run opens it, a known name is searched for as what it is, anything else as a target. */
    String address(String word) {
        if (runs.find(new PlaybookRunId(word)).isPresent()) {
            return "/runs/" + word;
        }
        return UriComponentsBuilder.fromPath("/history").queryParam(meaning(word), "{word}").encode().buildAndExpand(Map.of("word", word)).toUriString();
    }

    private String meaning(String word) {
        if (word.toUpperCase(Locale.ROOT).matches("INC-[1-9][0-9]{0,17}")) {
            return "incident";
        }
        if (people.find(word).isPresent()) {
            return "person";
        }
        if (agents.find(word).isPresent()) {
            return "agent";
        }
        if (catalogue.find(word).isPresent()) {
            return "action";
        }
        return library.latest().stream().anyMatch(playbook -> playbook.key().equals(word)) ? "playbook" : "target";
    }
}

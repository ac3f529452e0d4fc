package io.countersign.desk.api;

import io.countersign.action.ActionCatalogue;
import io.countersign.action.ActionType;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.playbook.PlaybookVersion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is deployed and what can be done at all: playbooks, decisions and the catalogue of actions. */
@RestController
@Tag(name = "Library")
class LibraryApi {

    private final PlaybookLibrary library;
    private final ActionCatalogue catalogue;

    LibraryApi(PlaybookLibrary library, ActionCatalogue catalogue) {
        this.library = library;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/playbooks")
    @Operation(summary = "The latest version of each playbook")
    List<PlaybookVersion> playbooks() {
        return library.latest();
    }

    @GetMapping(path = "/api/playbooks/{definition}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "A version of a playbook as it was deployed")
    String bpmn(@PathVariable String definition) {
        return library.bpmn(definition).orElseThrow(() -> new NotFound("There is no playbook version " + definition + "."));
    }

    @GetMapping("/api/decisions")
    @Operation(summary = "The latest version of each decision")
    List<PlaybookLibrary.DecisionVersion> decisions() {
        return library.decisions();
    }

    @GetMapping(path = "/api/decisions/{definition}/dmn", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "A version of a decision as it was deployed")
    String dmn(@PathVariable String definition) {
        return library.dmn(definition).orElseThrow(() -> new NotFound("There is no decision version " + definition + "."));
    }

    @GetMapping("/api/actions")
    @Operation(summary = "The closed list of what Countersign can do")
    List<ActionType> actions() {
        return catalogue.all();
    }
}

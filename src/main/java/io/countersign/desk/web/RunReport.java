package io.countersign.desk.web;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.people.People;
import io.countersign.people.Person;
import io.countersign.report.CaseFile;
import io.countersign.report.CaseFiles;
import io.countersign.report.Timeline;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One run from top to bottom, as an auditor reads it: advice, decisions, approvals, attempts, what was seen, and the way back. */
@Controller
class RunReport {

    private final CaseFiles files;
    private final Timeline timeline;
    private final People people;

    RunReport(CaseFiles files, Timeline timeline, People people) {
        this.files = files;
        this.timeline = timeline;
        this.people = people;
    }

    @GetMapping("/runs/{id}")
    String one(@PathVariable String id, Model model) {
        PlaybookRunId run = new PlaybookRunId(id);
        CaseFile file = files.ofRun(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run " + id + "."));
        model.addAttribute("file", file).addAttribute("stand", RunStand.of(file)).addAttribute("lines", timeline.ofRun(run))
                .addAttribute("rollbackBy", people.find(String.valueOf(file.run().rollbackBy())).map(Person::displayName).orElse(file.run().rollbackBy()));
        return "desk/run";
    }
}

package io.countersign.desk.web;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.people.People;
import io.countersign.people.Person;
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

    private final RunStands stands;
    private final Timeline timeline;
    private final People people;

    RunReport(RunStands stands, Timeline timeline, People people) {
        this.stands = stands;
        this.timeline = timeline;
        this.people = people;
    }

    @GetMapping("/runs/{id}")
    String one(@PathVariable String id, Model model) {
        PlaybookRunId run = new PlaybookRunId(id);
        RunStand stand = stands.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run " + id + "."));
        String rollbackBy = stand.file().run().rollbackBy();
        model.addAttribute("file", stand.file()).addAttribute("stand", stand).addAttribute("lines", timeline.ofRun(run))
                .addAttribute("rollbackBy", people.find(String.valueOf(rollbackBy)).map(Person::displayName).orElse(rollbackBy));
        return "desk/run";
    }
}

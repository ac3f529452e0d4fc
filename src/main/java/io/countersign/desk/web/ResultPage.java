package io.countersign.desk.web;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.report.Timeline;
import io.countersign.report.TimelineLine;
import java.time.Instant;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What became of an order: live, until it is observed or waits for a person. */
@Controller
class ResultPage {

    private final RunStands stands;
    private final Timeline timeline;

    ResultPage(RunStands stands, Timeline timeline) {
        this.stands = stands;
        this.timeline = timeline;
    }

    /** @param since when the order was given */
    @GetMapping("/runs/{id}/result")
    String result(@PathVariable String id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant since, Model model) {
        PlaybookRunId run = new PlaybookRunId(id);
        RunStand stand = stands.find(run).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no run " + id + "."));
        model.addAttribute("stand", stand).addAttribute("since", since).addAttribute("settled", !stand.moving())
                .addAttribute("lines", timeline.ofRun(run).stream().filter(line -> !line.at().isBefore(since) && line.topic() != TimelineLine.Topic.STEP).toList());
        return "desk/result";
    }

    @GetMapping("/runs/{id}/result/now")
    String now(@PathVariable String id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant since, Model model) {
        result(id, since, model);
        return "desk/result :: now";
    }
}

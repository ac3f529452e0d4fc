package io.countersign.desk.web;

import io.countersign.evidence.EvidenceQuery;
import io.countersign.evidence.EvidenceRow;
import io.countersign.evidence.EvidenceTrail;
import io.countersign.evidence.IncidentId;
import io.countersign.report.Timeline;
import io.countersign.report.TimelineLine;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One row of the record with all its facts. What is about no incident, such as sign-ins, is for auditors and administrators. */
@Controller
class RecordPage {

    private final EvidenceTrail trail;
    private final Timeline timeline;

    RecordPage(EvidenceTrail trail, Timeline timeline) {
        this.trail = trail;
        this.timeline = timeline;
    }

    @GetMapping("/records/{number}")
    String one(@PathVariable long number, HttpServletRequest request, Model model) {
        EvidenceRow row = find(number).filter(found -> found.incident() != null || request.isUserInRole("AUDITOR") || request.isUserInRole("ADMINISTRATOR"))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no record " + number + " that you may read."));
        model.addAttribute("row", row).addAttribute("facts", new TreeMap<>(row.facts())).addAttribute("sentence", sentence(row));
        return "desk/record";
    }

    private Optional<EvidenceRow> find(long number) {
        return trail.search(new EvidenceQuery(null, null, null, null, null, null, null, Math.addExact(number, 1)), 1).stream()
                .filter(row -> row.number() == number).findFirst();
    }

    private String sentence(EvidenceRow row) {
        return row.incident() == null ? "" : timeline.ofIncident(IncidentId.parse(row.incident())).stream()
                .filter(line -> line.number() == row.number()).findFirst().map(TimelineLine::sentence).orElse("");
    }
}

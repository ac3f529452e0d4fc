package io.countersign.desk.web;

import io.countersign.evidence.IncidentId;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Incidents;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.report.Timeline;
import io.countersign.report.TimelineLine;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One incident: what happened, where its runs stand, what is contained and what waits for whom. */
@Controller
class IncidentPage {

    private final Incidents incidents;
    private final Timeline timeline;
    private final RunStands stands;
    private final PlaybookLibrary library;

    IncidentPage(Incidents incidents, Timeline timeline, RunStands stands, PlaybookLibrary library) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.stands = stands;
        this.library = library;
    }

    @GetMapping("/incidents/{id}")
    String one(@PathVariable String id, @RequestParam(required = false) TimelineLine.Topic topic, Model model) {
        IncidentView incident = find(id);
        model.addAttribute("playbooks", library.latest()).addAttribute("topics", TimelineLine.Topic.values());
        fill(incident, topic, timeline.ofIncident(incident.id()), model);
        return "desk/incident";
    }

    /** What changed since the page was made with this stamp; nothing (204) if nothing did. */
    @GetMapping("/incidents/{id}/live")
    Object live(@PathVariable String id, @RequestParam int stamp, @RequestParam(required = false) TimelineLine.Topic topic, Model model) {
        IncidentView incident = find(id);
        List<TimelineLine> lines = timeline.ofIncident(incident.id());
        if (stamp(incident, lines) == stamp) {
            return ResponseEntity.noContent().build();
        }
        fill(incident, topic, lines, model);
        return new ModelAndView("desk/incident :: live", model.asMap());
    }

    private void fill(IncidentView incident, TimelineLine.Topic topic, List<TimelineLine> lines, Model model) {
        model.addAttribute("incident", incident).addAttribute("stands", stands.ofIncident(incident.id())).addAttribute("topic", topic)
                .addAttribute("stamp", stamp(incident, lines))
                .addAttribute("lines", lines.stream().filter(line -> topic == null ? line.topic() != TimelineLine.Topic.STEP : line.topic() == topic).toList());
    }

    private static int stamp(IncidentView incident, List<TimelineLine> lines) {
        return 31 * lines.hashCode() + incident.hashCode();
    }

    private IncidentView find(String id) {
        return incidents.find(IncidentId.parse(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no incident " + id + "."));
    }
}

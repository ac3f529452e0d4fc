package io.countersign.incident.web;

import io.countersign.incident.IncidentQuery;
import io.countersign.incident.IncidentSearch;
import io.countersign.incident.IncidentView;
import io.countersign.incident.Severity;
import io.countersign.incident.TicketState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Incidents as a list, with filters in the address. */
@Controller
class IncidentListPage {

    private static final int SIZE = 25;
    private static final int EXPORTED = 10_000;
    private static final int LAST = 10_000;

    private final IncidentSearch incidents;

    IncidentListPage(IncidentSearch incidents) {
        this.incidents = incidents;
    }

    @GetMapping("/incidents")
    String list(Filter filter, @RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.min(Math.max(page, 1), LAST);
        model.addAttribute("incidents", incidents.search(filter.query(), (shown - 1) * SIZE, SIZE)).addAttribute("total", incidents.count(filter.query()))
                .addAttribute("page", shown).addAttribute("size", SIZE).addAttribute("severities", Severity.values())
                .addAttribute("tickets", tickets(filter));
        return "incidents/list";
    }

    @GetMapping("/incidents.csv")
    String export(Filter filter, Model model) {
        model.addAttribute("filename", "incidents.csv")
                .addAttribute("columns", List.of("incident", "severity", "title", "state", "environment", "team", "opened", "updated", "techniques"))
                .addAttribute("rows", incidents.search(filter.query(), 0, EXPORTED).stream().map(IncidentListPage::row).toList());
        return "csv";
    }

    private Map<TicketState, Long> tickets(Filter filter) {
        Map<TicketState, Long> counts = new LinkedHashMap<>();
        for (TicketState state : TicketState.values()) {
            counts.put(state, incidents.count(new IncidentQuery(state, filter.severity(), filter.team(), filter.q())));
        }
        return counts;
    }

    private static List<Object> row(IncidentView incident) {
        return List.of(incident.id(), incident.severity(), incident.title(), incident.ticket(), incident.environment(),
                String.valueOf(incident.team()), incident.openedAt(), incident.updatedAt(), String.join(" ", incident.techniques()));
    }

    /** What the address bar says; null means any. */
    record Filter(TicketState ticket, Severity severity, String team, String q) {

        IncidentQuery query() {
            return new IncidentQuery(ticket, severity, team, q);
        }
    }
}

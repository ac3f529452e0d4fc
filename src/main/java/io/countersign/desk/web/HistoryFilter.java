package io.countersign.desk.web;

import io.countersign.evidence.IncidentId;
import io.countersign.report.RunQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the address bar says about the history; null means any. Days are days in UTC, both included. */
record HistoryFilter(String incident, String target, String person, String agent, String action, LocalDate from, LocalDate to, String outcome, String playbook) {

    HistoryFilter {
        incident = given(incident);
    }

    /** @throws IllegalArgumentException if the incident is none */
    RunQuery query() {
        return new RunQuery(incident == null ? null : IncidentId.parse(incident.toUpperCase(Locale.ROOT)), target, person, agent, action, start(from),
                to == null ? null : start(to.plusDays(1)), outcome, playbook);
    }

    /** Name of the parameter and what it is set to, for each that is. */
    Map<String, String> set() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("incident", incident);
        all.put("target", target);
        all.put("person", person);
        all.put("agent", agent);
        all.put("action", action);
        all.put("playbook", playbook);
        all.put("outcome", outcome);
        all.put("from", from);
        all.put("to", to);
        Map<String, String> set = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.toString().isBlank()) {
                set.put(name, value.toString());
            }
        });
        return set;
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.countersign.incident.web;

import io.countersign.incident.AlertSources;
import io.countersign.incident.Quarantine;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Records that could not be read as alerts. Their text is untrusted: it is shown as text and downloaded as bytes. */
@Controller
class QuarantinePage {

    private static final int SIZE = 25;
    private static final int LAST = 10_000;

    private final Quarantine quarantine;
    private final AlertSources sources;

    QuarantinePage(Quarantine quarantine, AlertSources sources) {
        this.quarantine = quarantine;
        this.sources = sources;
    }

    @GetMapping("/quarantine")
    String list(@RequestParam(required = false) String source, @RequestParam(defaultValue = "1") int page, Model model) {
        String from = source == null || source.isBlank() ? null : source;
        int shown = Math.min(Math.max(page, 1), LAST);
        model.addAttribute("records", quarantine.list(from, (shown - 1) * SIZE, SIZE)).addAttribute("total", quarantine.count(from))
                .addAttribute("page", shown).addAttribute("size", SIZE).addAttribute("sources", sources.all());
        return "quarantine/list";
    }
}

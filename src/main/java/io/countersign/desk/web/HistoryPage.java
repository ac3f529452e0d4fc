package io.countersign.desk.web;

import io.countersign.report.RunExport;
import io.countersign.report.RunPage;
import io.countersign.report.RunSearch;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds runs for those who ask who decided what, by anything on their record. */
@Controller
class HistoryPage {

    private static final int SIZE = 25;
    private static final int LAST = 10_000;

    private final RunSearch search;
    private final HistoryWords words;

    HistoryPage(RunSearch search, HistoryWords words) {
        this.search = search;
        this.words = words;
    }

    @GetMapping("/history")
    String list(HistoryFilter filter, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        if (!q.isBlank()) {
            return "redirect:" + words.address(q.strip());
        }
        int shown = Math.min(Math.max(page, 1), LAST);
        words.choices(model);
        model.addAttribute("filter", filter).addAttribute("set", filter.set()).addAttribute("outcomes", search.outcomes())
                .addAttribute("page", shown).addAttribute("size", SIZE);
        try {
            model.addAttribute("found", search.find(filter.query(), (shown - 1) * SIZE, SIZE));
        } catch (IllegalArgumentException notAnIncident) {
            model.addAttribute("wrong", notAnIncident.getMessage()).addAttribute("found", new RunPage(List.of(), 0, 0, SIZE));
        }
        return "desk/history";
    }

    @GetMapping("/history.csv")
    String export(HistoryFilter filter, Model model) {
        RunExport export = search.export(filter.query());
        model.addAttribute("filename", "countersign-runs.csv").addAttribute("columns", export.columns()).addAttribute("rows", export.rows());
        return "csv";
    }
}

package io.countersign.desk.web;

import io.countersign.execution.Lease;
import io.countersign.report.ContainedTarget;
import io.countersign.report.ContainmentBoard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is contained right now, by whom and until when. What somebody should look at comes first. */
@Controller
class ContainmentPage {

    private static final List<String> COLUMNS = List.of("what", "target kind", "target", "owner", "state", "since", "until", "held by", "connector", "sandbox",
            "last seen", "seen at", "needs");

    private final ContainmentBoard board;

    ContainmentPage(ContainmentBoard board) {
        this.board = board;
    }

    @GetMapping("/containment")
    String list(Filter filter, Model model) {
        List<ContainedTarget> all = board.inForce();
        model.addAttribute("all", all).addAttribute("rows", all.stream().filter(filter::shows).toList()).addAttribute("needs", ContainedTarget.Need.values())
                .addAttribute("orphans", board.orphans());
        return "desk/containment";
    }

    @GetMapping("/containment.csv")
    String export(Filter filter, Model model) {
        model.addAttribute("filename", "countersign-containment.csv").addAttribute("columns", COLUMNS)
                .addAttribute("rows", board.inForce().stream().filter(filter::shows).map(ContainmentPage::row).toList());
        return "csv";
    }

    private static List<Object> row(ContainedTarget contained) {
        Lease lease = contained.lease();
        String holders = contained.holders().stream().filter(ContainedTarget.Hold::holds).map(hold -> hold.incident() + " " + hold.playbookRun())
                .collect(Collectors.joining("; "));
        return List.of(contained.what(), lease.target().kind(), lease.target().value(), contained.owner(), lease.state(), lease.since(), lease.until(), holders,
                contained.connector(), lease.sandbox(), contained.observed(), lease.observedAt() == null ? "" : lease.observedAt(), contained.needs());
    }

    /** What the address bar says; null means any. */
    record Filter(ContainedTarget.Need need, String q) {

        boolean shows(ContainedTarget row) {
            return (need == null || row.needs().contains(need)) && (q == null || text(row).contains(q.strip().toLowerCase(Locale.ROOT)));
        }

        private static String text(ContainedTarget row) {
            return (row.what() + " " + row.owner() + " " + row.holders()).toLowerCase(Locale.ROOT);
        }
    }
}

package io.countersign.desk.api;

import io.countersign.report.ContainedTarget;
import io.countersign.report.ContainmentBoard;
import io.countersign.report.OrphanedEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.ModelAndView;

/** What is contained right now, by whom and until when. */
@RestController
@Tag(name = "Containment")
class LeaseApi {

    private static final List<String> COLUMNS = List.of("lease", "what", "target kind", "target", "owner", "state", "since", "until", "held by", "connector", "sandbox",
            "last seen", "seen at", "needs");

    private final ContainmentBoard board;

    LeaseApi(ContainmentBoard board) {
        this.board = board;
    }

    @GetMapping("/api/leases")
    @Operation(summary = "All that is contained; what somebody should look at comes first")
    Listing<ContainedTarget> list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(board.inForce(), offset, limit);
    }

    @GetMapping("/api/leases.csv")
    @Operation(summary = "The same as a table")
    ModelAndView export() {
        return new ModelAndView("csv", Map.of("filename", "countersign-containment.csv", "columns", COLUMNS,
                "rows", board.inForce().stream().map(LeaseApi::row).toList()));
    }

    @GetMapping("/api/orphans")
    @Operation(summary = "Effects of ours that the ledger does not know of: a person has to undo them by hand")
    List<OrphanedEffect> orphans() {
        return board.orphans();
    }

    @GetMapping("/api/leases/{id}")
    @Operation(summary = "One lease, also one that is over")
    ContainedTarget one(@PathVariable UUID id) {
        return board.find(id).orElseThrow(() -> new NotFound("There is no lease " + id + "."));
    }

    static List<String> row(ContainedTarget contained) {
        var lease = contained.lease();
        String holders = contained.holders().stream().filter(ContainedTarget.Hold::holds).map(hold -> hold.incident() + " " + hold.playbookRun())
                .collect(Collectors.joining("; "));
        String needs = contained.needs().stream().map(Enum::name).collect(Collectors.joining("; "));
        return Stream.of(lease.id(), contained.what(), lease.target().kind(), lease.target().value(), contained.owner(), lease.state(), lease.since(), lease.until(),
                holders, contained.connector(), lease.sandbox(), contained.observed(), lease.observedAt() == null ? "" : lease.observedAt(), needs)
                .map(Object::toString).toList();
    }
}

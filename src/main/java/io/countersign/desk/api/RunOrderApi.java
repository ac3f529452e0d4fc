package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.rollback.RunOrders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people order for a run. An order is accepted at once and carried out after; how it went is read from the run. */
@RestController
@RequestMapping("/api/runs/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
@Tag(name = "Runs")
@ApiResponse(responseCode = "202", description = "Ordered; look at the run for what becomes of it")
@ApiResponse(responseCode = "409", description = "The run does not stand where this can be ordered; the detail says why")
class RunOrderApi {

    private final RunOrders orders;
    private final PlaybookRuns runs;

    RunOrderApi(RunOrders orders, PlaybookRuns runs) {
        this.orders = orders;
        this.runs = runs;
    }

    @PostMapping("/rollback")
    @Operation(summary = "Takes the run back, from wherever it stands")
    PlaybookRun rollBack(@PathVariable String id, @Valid @RequestBody Order order, Principal person) {
        orders.rollBack(known(id), order.reason(), Actor.person(person.getName()));
        return read(id);
    }

    @PostMapping("/release")
    @Operation(summary = "Releases what the run contains, before its lease ends")
    PlaybookRun release(@PathVariable String id, @Valid @RequestBody Order order, Principal person) {
        orders.release(known(id), order.reason(), Actor.person(person.getName()));
        return read(id);
    }

    @PostMapping("/keep")
    @Operation(summary = "Keeps what the run contains, until a day at the latest")
    PlaybookRun keep(@PathVariable String id, @Valid @RequestBody Keep order, Principal person) {
        orders.keep(known(id), order.until(), order.reason(), Actor.person(person.getName()));
        return read(id);
    }

    private PlaybookRunId known(String id) {
        return read(id).id();
    }

    private PlaybookRun read(String id) {
        return runs.find(new PlaybookRunId(id)).orElseThrow(() -> new NotFound("There is no run " + id + "."));
    }

    @Schema(name = "Order")
    record Order(@NotNull(message = "say why") @Size(min = 10, max = 2000, message = "has 10 to 2000 characters: auditors will read them") String reason) {
    }

    @Schema(name = "KeepOrder")
    record Keep(@NotNull(message = "say why") @Size(min = 10, max = 2000, message = "has 10 to 2000 characters: auditors will read them") String reason,
                @NotNull(message = "say until when it stays, within 365 days") Instant until) {
    }
}

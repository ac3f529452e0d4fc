package io.countersign.desk.api;

import io.countersign.stop.DryRun;
import io.countersign.stop.DryRuns;
import io.countersign.stop.StopScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs over REST. */
@RestController
@RequestMapping("/api/dry-runs")
@Tag(name = "Stops")
class DryRunApi {

    private final DryRuns dryRuns;

    DryRunApi(DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    @Schema(name = "DryRunOrder")
    record Order(@NotNull @Schema(description = "PLAYBOOK or CONNECTOR") StopScope.Kind scope, @NotBlank String name,
                 @Schema(description = "10 to 500 characters") String reason) {
    }

    @Schema(name = "DryRunEnd")
    record End(@Schema(description = "10 to 500 characters") String reason) {
    }

    @GetMapping
    @Operation(summary = "What only pretends")
    List<DryRun> list() {
        return dryRuns.inForce();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a playbook or a connector only pretend: everything is done but the effect")
    void begin(@Valid @RequestBody Order order, Principal person) {
        dryRuns.begin(new StopScope(order.scope(), order.name()), order.reason(), person.getName());
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends a dry run: effects are real again, and what was assessed meanwhile is assessed anew")
    void end(@PathVariable long id, @RequestBody End said, Principal person) {
        dryRuns.end(id, said.reason(), person.getName());
    }
}

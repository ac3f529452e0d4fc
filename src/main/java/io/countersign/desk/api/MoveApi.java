package io.countersign.desk.api;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.playbook.RunMigrations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs on older versions, and moving one to the version that starts now. */
@RestController
@Tag(name = "Playbooks")
class MoveApi {

    private final RunMigrations migrations;

    MoveApi(RunMigrations migrations) {
        this.migrations = migrations;
    }

    @Schema(name = "Move")
    record Move(@Schema(description = "10 to 2000 characters; auditors will read them") String reason) {
    }

    @GetMapping("/api/playbooks/{key}/moves")
    @Operation(summary = "Open runs on other versions than the one that starts, and whether each can be moved to it")
    List<RunMigrations.Offer> moves(@PathVariable String key) {
        return migrations.offers(key);
    }

    @PostMapping("/api/runs/{run}/move")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Moves a run to the version that starts now, where its history allows it")
    @ApiResponse(responseCode = "204", description = "Moved")
    @ApiResponse(responseCode = "409", description = "It cannot be moved from where it stands; the detail says why")
    void move(@PathVariable String run, @Valid @RequestBody Move move, Principal person) {
        migrations.move(new PlaybookRunId(run), person.getName(), move.reason());
    }
}

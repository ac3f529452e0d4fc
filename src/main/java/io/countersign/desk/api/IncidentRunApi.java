package io.countersign.desk.api;

import io.countersign.evidence.Actor;
import io.countersign.evidence.IncidentId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.incident.Incidents;
import io.countersign.playbook.PlaybookStarter;
import io.countersign.report.Timeline;
import io.countersign.report.TimelineLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The runs of one incident, and the start of one by a person. */
@RestController
@RequestMapping("/api/incidents/{id}")
@Tag(name = "Runs")
class IncidentRunApi {

    private final Incidents incidents;
    private final PlaybookRuns runs;
    private final PlaybookStarter starter;
    private final Timeline timeline;

    IncidentRunApi(Incidents incidents, PlaybookRuns runs, PlaybookStarter starter, Timeline timeline) {
        this.incidents = incidents;
        this.runs = runs;
        this.starter = starter;
        this.timeline = timeline;
    }

    @GetMapping("/runs")
    @Operation(summary = "The runs of an incident, oldest first")
    List<PlaybookRun> list(@PathVariable String id) {
        return runs.ofIncident(known(id));
    }

    @GetMapping("/timeline")
    @Operation(summary = "What happened in an incident and all its runs, in plain sentences")
    List<TimelineLine> timeline(@PathVariable String id) {
        return timeline.ofIncident(known(id));
    }

    @PostMapping("/runs")
    @Operation(summary = "Starts a playbook by hand", description = "Who starts it may not approve what it asks for.")
    @ApiResponse(responseCode = "201", description = "Started; Location is the run")
    @ApiResponse(responseCode = "409", description = "That playbook works the incident already")
    ResponseEntity<PlaybookRun> start(@PathVariable String id, @Valid @RequestBody Start request, Principal person) {
        var run = starter.start(known(id), request.playbook(), request.reason().strip(), Actor.person(person.getName()));
        return ResponseEntity.created(URI.create("/api/runs/" + run.value())).body(runs.find(run).orElseThrow());
    }

    private IncidentId known(String id) {
        IncidentId incident = IncidentId.parse(id);
        return incidents.find(incident).orElseThrow(() -> new NotFound("There is no incident " + incident + ".")).id();
    }

    @Schema(name = "PlaybookStart")
    record Start(@NotBlank(message = "names a playbook by its key") @Size(max = 200) @Schema(example = "isolate-infected-host") String playbook,
                 @NotNull(message = "say why") @Size(min = 10, max = 2000, message = "has 10 to 2000 characters: auditors will read them") String reason) {
    }
}

package io.countersign.incident.web;

import io.countersign.incident.AlertIntake;
import io.countersign.incident.AlertSource;
import io.countersign.incident.AlertSources;
import io.countersign.incident.IncidentSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where alerts come in. Stateless: each request proves itself with the token of its source, before its body is read. */
@RestController
@Tag(name = "Alerts", description = "For the systems that detect. Authenticated by the bearer token of the source, not by a session.")
class AlertController {

    private static final Logger log = LoggerFactory.getLogger(AlertController.class);

    private final AlertIntake intake;
    private final AlertSources sources;
    private final IncidentSettings settings;

    AlertController(AlertIntake intake, AlertSources sources, IncidentSettings settings) {
        this.intake = intake;
        this.sources = sources;
        this.settings = settings;
    }

    @PostMapping("/api/alerts/{source}")
    @Operation(summary = "Takes alerts in", description = "One JSON object, an array of objects, or NDJSON, in the format of the source. "
            + "A record that cannot be read is kept in quarantine and stops no other. The same alert sent again is a duplicate.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = {
                    @Content(mediaType = "application/json", schema = @Schema(type = "object")),
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))}))
    @ApiResponse(responseCode = "202", description = "Each record was dealt with", content = @Content(schema = @Schema(implementation = IntakeReport.class)))
    @ApiResponse(responseCode = "401", description = "No valid token for this source", content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(responseCode = "413", description = "Beyond a limit of size, depth or number", content = @Content(mediaType = "application/problem+json"))
    @ApiResponse(responseCode = "429", description = "Too fast; see Retry-After", content = @Content(mediaType = "application/problem+json"))
    ResponseEntity<Object> receive(@PathVariable String source, HttpServletRequest http) throws IOException {
        AlertRequest request = new AlertRequest(http);
        AlertSource sender = sources.authenticate(source, request.token()).orElseThrow(() -> {
            log.warn("alert.unauthenticated from={}", http.getRemoteAddr());
            return new SourceNotAuthenticated();
        });
        IntakeReport report = IntakeReport.of(intake.receive(sender, request.body(settings.maxRequestSize().toBytes()), request.lines()));
        if (report.allOverLimit()) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE,
                    "No record is within the limits of size and depth; what was sent is in quarantine. " + report.results().get(0).problem().reason());
            problem.setProperty("results", report.results());
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(problem);
        }
        return ResponseEntity.accepted().body(report);
    }

    @GetMapping(path = "/api/alerts/generic/schema", produces = "application/schema+json")
    @Operation(summary = "The JSON Schema of the generic format")
    Resource schema() {
        return new ClassPathResource("incident/generic-alert.schema.json");
    }
}

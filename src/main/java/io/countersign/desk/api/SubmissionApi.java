package io.countersign.desk.api;

import io.countersign.playbook.DeployResult;
import io.countersign.playbook.Governance;
import io.countersign.playbook.PlaybookCatalogue;
import io.countersign.playbook.gate.Bundles;
import io.countersign.playbook.gate.Submission;
import io.countersign.playbook.gate.Submissions;
import io.countersign.proof.Proof;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was sent to the gate, and the second person's word on what gains authority. */
@RestController
@RequestMapping("/api/submissions")
@Tag(name = "Playbooks")
class SubmissionApi {

    private static final int MOST = 500;

    private final Submissions submissions;
    private final Bundles bundles;
    private final PlaybookCatalogue catalogue;
    private final Governance governance;

    SubmissionApi(Submissions submissions, Bundles bundles, PlaybookCatalogue catalogue, Governance governance) {
        this.submissions = submissions;
        this.bundles = bundles;
        this.catalogue = catalogue;
        this.governance = governance;
    }

    /** @param outlook what activating it now would change; only where it waits */
    @Schema(name = "SubmissionFile")
    record Document(Submission submission, Submission.State state, List<Proof> proofs, List<String> files, Optional<Governance.Outlook> outlook) {
    }

    @Schema(name = "Activation")
    record Activation(@Schema(description = "10 to 2000 characters; auditors will read them") String rationale,
                      @NotNull(message = "is the seal of the outlook that you read") String seal) {
    }

    @Schema(name = "TurnDown")
    record TurnDown(@Schema(description = "10 to 2000 characters; auditors will read them") String rationale) {
    }

    @GetMapping
    @Operation(summary = "What was sent, newest first")
    Listing<Submission> list(@RequestParam(defaultValue = "false") @Parameter(description = "Only what waits for a second person") boolean waiting,
                             @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return Listing.of(waiting ? submissions.waiting() : submissions.latest(MOST), offset, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One submission with what was proved, and what activating it would change")
    Document one(@PathVariable UUID id) {
        Submission found = find(id);
        return new Document(found, found.state(), catalogue.proofs(found), bundles.find(found.bundle()).map(bundle -> List.copyOf(bundle.hashes().keySet())).orElse(List.of()),
                found.waits() ? Optional.of(governance.outlook(found)) : Optional.empty());
    }

    @GetMapping("/{id}/files/{file}")
    @Operation(summary = "One file as it was sent, or as it was brought along")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String file) {
        byte[] content = bundles.find(find(id).bundle()).flatMap(bundle -> bundle.files().find(file)).orElseThrow(() -> new NotFound("There is no file " + file + " in it."));
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).header("Content-Disposition", "attachment").header("X-Content-Type-Options", "nosniff").body(content);
    }

    @PostMapping("/{id}/activate")
    @Operation(summary = "Activates what gains authority", description = "The seal is that of the outlook you read; if that is not what would change now, nothing is activated.")
    @ApiResponse(responseCode = "200", description = "It starts from now on")
    @ApiResponse(responseCode = "403", description = "You may not: you sent it yourself, or are no governor")
    @ApiResponse(responseCode = "409", description = "It does not wait any more, does not hold any more, or would change something else by now")
    DeployResult activate(@PathVariable UUID id, @Valid @RequestBody Activation said, Principal person) {
        return governance.activate(id, person.getName(), said.rationale(), said.seal());
    }

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Turns down what waits; what is active stays so")
    void refuse(@PathVariable UUID id, @Valid @RequestBody TurnDown said, Principal person) {
        governance.turnDown(id, person.getName(), said.rationale());
    }

    private Submission find(UUID id) {
        return submissions.find(id).orElseThrow(() -> new NotFound("There is no such submission."));
    }
}

package io.countersign.desk.api;

import io.countersign.action.ActionDigest;
import io.countersign.approval.Approval;
import io.countersign.approval.Decision;
import io.countersign.approval.DecideApproval;
import io.countersign.report.ApprovalCase;
import io.countersign.report.CaseFiles;
import io.countersign.report.Inbox;
import io.countersign.report.InboxItem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for approval, and the decisions of people on them. */
@RestController
@RequestMapping("/api/approvals")
@Tag(name = "Approvals")
class ApprovalApi {

    private final Inbox inbox;
    private final CaseFiles files;
    private final DecideApproval decide;

    ApprovalApi(Inbox inbox, CaseFiles files, DecideApproval decide) {
        this.inbox = inbox;
        this.files = files;
        this.decide = decide;
    }

    @GetMapping
    @Operation(summary = "What waits for approval, oldest first")
    Listing<InboxItem> list(@RequestParam(defaultValue = "false") @Parameter(description = "Also those that you may not decide on") boolean all,
                            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit, Principal person) {
        return Listing.of(inbox.approvals(person.getName(), all), offset, limit);
    }

    @GetMapping("/{id}")
    @Operation(summary = "The exact request, its digest and everything that speaks for and against it")
    Document one(@PathVariable UUID id, Principal person) {
        ApprovalCase found = files.ofApproval(id, person.getName()).orElseThrow(() -> new NotFound("There is no such request for approval."));
        return new Document(found.action().assessment().canonical(), found.action().assessment().digest(), found);
    }

    @PostMapping("/{id}/decision")
    @Operation(summary = "Decides on one digest", description = "The digest is that of the request you read; if another waits by now, nothing is decided.")
    @ApiResponse(responseCode = "200", description = "Decided")
    @ApiResponse(responseCode = "403", description = "You may not decide on this; the detail says why")
    @ApiResponse(responseCode = "409", description = "It was decided before, expired, or is not what you read")
    @ApiResponse(responseCode = "422", description = "The reasons are missing, too short or too long")
    Decided decide(@PathVariable UUID id, @Valid @RequestBody DecisionRequest request, Principal person) {
        Approval approval = decide.decide(new Decision(id, new ActionDigest(request.digest()), request.decision() == Choice.APPROVE, request.rationale(),
                person.getName()));
        return new Decided(id, approval.digest(), request.decision(), approval.person(), approval.team(), approval.at(), approval.expiresAt());
    }

    /** What a person can say. */
    enum Choice {
        APPROVE, REFUSE
    }

    @Schema(name = "Approval")
    record Document(@Schema(description = "RFC 8785 JSON; the SHA-256 of its UTF-8 bytes is the digest") String canonical, ActionDigest digest,
                    ApprovalCase file) {
    }

    @Schema(name = "Decision")
    record DecisionRequest(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "is 64 lower-case hex digits") String digest,
            @NotNull(message = "is APPROVE or REFUSE") Choice decision,
            @Schema(description = "10 to 2000 characters; auditors will read them") String rationale) {
    }

    @Schema(name = "DecisionTaken")
    record Decided(UUID request, String digest, Choice decision, String person, String team, Instant at,
                   @Schema(description = "From then on an approval counts no longer") Instant until) {
    }
}

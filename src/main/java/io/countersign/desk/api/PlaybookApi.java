package io.countersign.desk.api;

import io.countersign.playbook.DeployRequest;
import io.countersign.playbook.DeployResult;
import io.countersign.playbook.PlaybookCatalogue;
import io.countersign.playbook.PlaybookStanding;
import io.countersign.playbook.VersionStanding;
import io.countersign.proof.diff.AuthorityChanges;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Sends playbooks to the gate, and reads where they stand. */
@RestController
@RequestMapping("/api/playbooks")
@Tag(name = "Playbooks")
class PlaybookApi {

    private final Deliveries deliveries;
    private final PlaybookCatalogue catalogue;

    PlaybookApi(Deliveries deliveries, PlaybookCatalogue catalogue) {
        this.deliveries = deliveries;
        this.catalogue = catalogue;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Sends playbooks, decisions and forms to be proved and deployed, all or none",
            description = "What gains authority against the version that is active waits for a second person.")
    @ApiResponse(responseCode = "200", description = "The same files are active, or wait, already")
    @ApiResponse(responseCode = "201", description = "Active now")
    @ApiResponse(responseCode = "202", description = "Proved; it waits for a second person")
    @ApiResponse(responseCode = "400", description = "The files cannot be deployed together; the problems say why")
    @ApiResponse(responseCode = "422", description = "Not proved; the findings have rule, element, trace and mend")
    ResponseEntity<DeployResult> send(@RequestParam @Parameter(description = "Name of the deployment") String name,
                                      @RequestPart("files") List<MultipartFile> files, Principal person) {
        DeployResult result = deliveries.deliver("API", person.getName(), () -> new DeployRequest(name, "API", UploadedParts.read(files), person.getName()));
        return ResponseEntity.status(result.unchanged() ? HttpStatus.OK : result.waiting().isPresent() ? HttpStatus.ACCEPTED : HttpStatus.CREATED).body(result);
    }

    @GetMapping("/standing")
    @Operation(summary = "Where each playbook stands: what starts, what was proved about it, and what was sent last")
    List<PlaybookStanding> standing() {
        return catalogue.all();
    }

    @GetMapping("/{key}/versions")
    @Operation(summary = "Versions of a playbook, newest first, with their proofs and how they came")
    List<VersionStanding> versions(@PathVariable String key) {
        List<VersionStanding> versions = catalogue.versions(key);
        if (versions.isEmpty()) {
            throw new NotFound("There is no playbook " + key + ".");
        }
        return versions;
    }

    @GetMapping("/{key}/diff")
    @Operation(summary = "What changed in authority between two versions")
    AuthorityChanges diff(@PathVariable String key, @RequestParam int from, @RequestParam int to) {
        return catalogue.changes(key, from, to).orElseThrow(() -> new NotFound("There are no such versions of " + key + "."));
    }
}

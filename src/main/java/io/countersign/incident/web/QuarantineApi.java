package io.countersign.incident.web;

import io.countersign.incident.Quarantine;
import io.countersign.incident.QuarantinedRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that could not be read as alerts, over REST. */
@RestController
@RequestMapping("/api/quarantine")
@Tag(name = "Quarantine", description = "Records that could not be read as alerts. Their content is untrusted.")
class QuarantineApi {

    private final Quarantine quarantine;

    QuarantineApi(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    @GetMapping
    @Operation(summary = "Lists quarantined records, newest first")
    Listing<QuarantinedRecord> list(@RequestParam(required = false) String source, @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int offset,
                                    @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        return new Listing<>(quarantine.list(source, offset, limit), quarantine.count(source), offset, limit);
    }

    /** As a download of no type: a browser must not interpret what an attacker wrote. */
    @GetMapping("/{id}/raw")
    @Operation(summary = "The bytes of a quarantined record, cut at the limit for a record")
    ResponseEntity<byte[]> raw(@PathVariable UUID id) {
        return quarantine.bytes(id).map(bytes -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(id + ".bin").build().toString())
                .body(bytes)).orElseGet(() -> ResponseEntity.notFound().build());
    }
}

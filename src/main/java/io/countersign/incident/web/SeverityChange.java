package io.countersign.incident.web;

import io.countersign.incident.Severity;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a person wants the severity to be, and why. */
record SeverityChange(@NotNull @Schema(description = "The severity it shall have.") Severity severity,
                      @NotBlank @Size(max = 2000) @Schema(description = "Why; goes on the record.") String reason) {
}

package io.countersign.incident.web;

import io.countersign.incident.TicketState;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What a person wants the ticket to be, and why. */
record TicketChange(@NotNull @Schema(description = "The state it shall have.") TicketState ticket,
                    @NotBlank @Size(max = 2000) @Schema(description = "Why; goes on the record.") String reason) {
}

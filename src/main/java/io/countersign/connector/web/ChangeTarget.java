package io.countersign.connector.web;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** Which attributes of which sandbox target a trainer sets. */
record ChangeTarget(@NotNull TargetKind kind, @NotBlank @Size(max = 512) String value,
                    @NotEmpty @Size(max = 20) Map<@NotBlank @Size(max = 600) String, @NotNull @Size(max = 200) String> attributes) {

    Target target() {
        return new Target(kind, value);
    }
}

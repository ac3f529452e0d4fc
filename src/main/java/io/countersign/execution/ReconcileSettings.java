package io.countersign.execution;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the comparison of what should be contained with what is.
 *
 * @param every how often one of the nodes compares
 * @param batch how many leases it looks at each time, those first that nobody looked at for longest (1 to 100000)
 * @param pause between two looks, so that no product is flooded
 */
@Validated
@ConfigurationProperties("countersign.reconcile")
public record ReconcileSettings(@DefaultValue("PT10M") @NotNull Duration every, @DefaultValue("500") @Min(1) @Max(100_000) int batch,
                                @DefaultValue("PT0.05S") @NotNull Duration pause) {

    public ReconcileSettings {
        if (every.isNegative() || every.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("countersign.reconcile.every must be a positive duration, and pause must not be negative");
        }
    }
}

package io.countersign.execution;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of execution.
 *
 * @param observeFor   how long an effect or undo is looked for on the target before it counts as unknown
 * @param observeEvery the first pause between two looks; doubles up to two seconds
 * @param undoAlone    how long an undo under way is left alone; after that its maker counts as dead and it is made again
 */
@Validated
@ConfigurationProperties("countersign.execution")
public record ExecutionSettings(@DefaultValue("PT20S") @NotNull Duration observeFor, @DefaultValue("PT0.05S") @NotNull Duration observeEvery,
                                @DefaultValue("PT60S") @NotNull Duration undoAlone) {

    public ExecutionSettings {
        if (observeFor.isNegative() || observeEvery.isNegative() || observeEvery.isZero()) {
            throw new IllegalArgumentException("countersign.execution.observe-for and observe-every must be positive durations");
        }
    }
}

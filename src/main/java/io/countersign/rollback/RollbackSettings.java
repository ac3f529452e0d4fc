package io.countersign.rollback;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what is left behind.
 *
 * @param sweepEvery how often runs are looked for whose process instance is gone or suspended while something is due
 * @param leftBehind what happens to the effects of a run that is over without having taken them back
 */
@Validated
@ConfigurationProperties("countersign.rollback")
public record RollbackSettings(@DefaultValue("PT15S") @NotNull Duration sweepEvery, @DefaultValue("TAKE_BACK") @NotNull LeftBehind leftBehind) {

    /** By policy. */
    public enum LeftBehind {
        /** They are taken back at once; what a person keeps, on its day. */
        TAKE_BACK,
        /** A person is asked, and may order the roll-back; nothing is undone before. */
        ASK
    }

    public RollbackSettings {
        if (sweepEvery.isNegative() || sweepEvery.isZero()) {
            throw new IllegalArgumentException("countersign.rollback.sweep-every must be a positive duration");
        }
    }
}

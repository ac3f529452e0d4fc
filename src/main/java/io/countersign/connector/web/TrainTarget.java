package io.countersign.connector.web;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.sandbox.Fault;
import io.countersign.connector.sandbox.Training;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.util.Optional;

/**
 * How the sandbox is to behave. Everything left out is as well-behaved.
 *
 * @param kind  with {@code value}, the target; without both, every target that has no training of its own
 */
record TrainTarget(TargetKind kind, String value, Training.On on, Fault fault, @PositiveOrZero @Max(600_000) long latencyMillis,
                   @PositiveOrZero @Max(3_600_000) long effectDelayMillis) {

    /** @throws IllegalArgumentException if only one of kind and value is given */
    Optional<Target> target() {
        return kind == null && value == null ? Optional.empty() : Optional.of(new Target(kind, value));
    }

    Training training() {
        return new Training(on == null ? Training.On.ANY : on, fault == null ? Fault.NONE : fault, Duration.ofMillis(latencyMillis),
                Duration.ofMillis(effectDelayMillis));
    }
}

package io.countersign.execution;

import java.time.Instant;
import java.util.Optional;

/**
 * What the playbook is told.
 *
 * @param lasting    whether something is contained now that a lease must end
 * @param leaseUntil when the lease of it ends, if lasting
 */
public record Settled(ActionOutcome outcome, boolean lasting, Optional<Instant> leaseUntil) {

    static Settled without(ActionOutcome outcome) {
        return new Settled(outcome, false, Optional.empty());
    }
}

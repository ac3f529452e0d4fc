package io.countersign.stop;

import java.time.Instant;

/** A playbook or connector that only pretends: everything is done but the effect. @param endedAt null while it does */
public record DryRun(long id, StopScope scope, String begunBy, String reason, Instant begunAt, Instant endedAt) {
}

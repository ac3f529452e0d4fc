package io.countersign.approval;

import io.countersign.action.ActionDigest;
import java.util.UUID;

/** What one person says to one question. {@code digest} is that of the request they saw: a changed one is refused. */
public record Decision(UUID request, ActionDigest digest, boolean approved, String rationale, String person) {
}

package io.countersign.approval;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question to people as it stands.
 *
 * @param task     the user task that waits for the answer
 * @param level    1 for the first or only approval, 2 for the second of two
 * @param teams    whose approvers may decide
 * @param excluded usernames that may not: who asked, who answers for the agent, who decided on this digest before
 */
public record ApprovalRequestView(UUID id, ActionDigest digest, IncidentId incident, PlaybookRunId playbookRun, String activity, String task,
                                  int level, List<String> teams, List<String> excluded, ApprovalState state, Instant openedAt,
                                  Instant escalatesAt, Instant expiresAt, Instant escalatedAt) {
}

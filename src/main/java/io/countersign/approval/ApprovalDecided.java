package io.countersign.approval;

import io.countersign.evidence.PlaybookRunId;

/** Published inside the deciding transaction: a person decided, and the user task goes on. */
public record ApprovalDecided(PlaybookRunId playbookRun, String activity, String task, int level, boolean approved, String person) {
}

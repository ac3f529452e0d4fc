package io.countersign.approval;

import java.util.List;

/** Published inside the transaction: more teams were asked about a user task. */
public record ApprovalEscalated(String task, List<String> teams) {
}

package io.countersign.approval;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads approvals. */
public interface Approvals {

    Optional<ApprovalRequestView> find(UUID id);

    Optional<ApprovalRequestView> ofTask(String task);

    /** All that waits, oldest first. */
    List<ApprovalRequestView> pending();

    /** What waits and this person may decide on, oldest first. */
    List<ApprovalRequestView> pendingFor(String username);

    List<ApprovalRequestView> ofRun(PlaybookRunId run);

    /** The decisions on a digest, in order. */
    List<Approval> decisions(ActionDigest digest);

    /** The approvals of a digest by people who still may decide: who lost the account or the role meanwhile counts no more. */
    List<Approval> standing(ActionDigest digest);

    /** Why this person may not decide, in words for them; empty if they may. */
    Optional<String> whyNot(String username, ApprovalRequestView request);
}

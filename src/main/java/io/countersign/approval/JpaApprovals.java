package io.countersign.approval;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.PlaybookRunId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads approvals from their tables. */
@Service
@Transactional(readOnly = true)
class JpaApprovals implements Approvals {

    private final ApprovalRequests requests;
    private final ApprovalRows approvals;
    private final Eligibility eligibility;

    JpaApprovals(ApprovalRequests requests, ApprovalRows approvals, Eligibility eligibility) {
        this.requests = requests;
        this.approvals = approvals;
        this.eligibility = eligibility;
    }

    @Override
    public Optional<ApprovalRequestView> find(UUID id) {
        return requests.findById(id).map(ApprovalRequest::view);
    }

    @Override
    public Optional<ApprovalRequestView> ofTask(String task) {
        return requests.findByTask(task).map(ApprovalRequest::view);
    }

    @Override
    public List<ApprovalRequestView> pending() {
        return requests.findByStateOrderByOpenedAt(ApprovalState.PENDING).stream().map(ApprovalRequest::view).toList();
    }

    @Override
    public List<ApprovalRequestView> pendingFor(String username) {
        return pending().stream().filter(request -> eligibility.mayDecide(username, request, approvals.of(request.digest()))).toList();
    }

    @Override
    public List<ApprovalRequestView> ofRun(PlaybookRunId run) {
        return requests.findByPlaybookRunOrderByOpenedAt(run.value()).stream().map(ApprovalRequest::view).toList();
    }

    @Override
    public List<Approval> decisions(ActionDigest digest) {
        return approvals.of(digest);
    }

    @Override
    public List<Approval> standing(ActionDigest digest) {
        return approvals.of(digest).stream().filter(Approval::approved).filter(approval -> eligibility.isApprover(approval.person())).toList();
    }

    @Override
    public Optional<String> whyNot(String username, ApprovalRequestView request) {
        return eligibility.whyNot(username, request, approvals.of(request.digest()));
    }
}

package io.countersign.report;

import io.countersign.approval.Approval;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Ledger;
import io.countersign.playbook.PlaybookLibrary;
import io.countersign.policy.Assessment;
import io.countersign.policy.Assessments;
import io.countersign.recommendation.Proposal;
import io.countersign.recommendation.Recommendation;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings together what each module knows about the action requests of a run. */
@Component
class ActionCases {

    private final Assessments assessments;
    private final Approvals approvals;
    private final Ledger ledger;
    private final ActionSubjects subjects;
    private final PlaybookLibrary library;

    ActionCases(Assessments assessments, Approvals approvals, Ledger ledger, ActionSubjects subjects, PlaybookLibrary library) {
        this.assessments = assessments;
        this.approvals = approvals;
        this.ledger = ledger;
        this.subjects = subjects;
        this.library = library;
    }

    /** @param advice the advice of the run, or null */
    List<ActionCase> ofRun(PlaybookRunId run, Recommendation advice, List<TimelineLine> timeline, Names names) {
        List<ApprovalRequestView> asked = approvals.ofRun(run);
        List<ActionRunView> rows = ledger.ofRun(run);
        return assessments.ofRun(run).stream().map(assessment -> of(assessment, advice, asked, rows, timeline, names)).toList();
    }

    private ActionCase of(Assessment assessment, Recommendation advice, List<ApprovalRequestView> asked, List<ActionRunView> rows,
                          List<TimelineLine> timeline, Names names) {
        var request = assessment.request();
        ActionRunView row = rows.stream().filter(r -> r.digest().equals(assessment.digest())).findFirst().orElse(null);
        return new ActionCase(subjects.title(request.actionType(), request.target(), names), subjects.type(request.actionType()).orElse(null), assessment,
                decision(assessment), proposal(assessment, advice), subjects.target(request.target(), names),
                row == null ? subjects.means(request.actionType()) : new ActionCase.Means(names.connector(row.connector()), row.sandbox()),
                asked.stream().filter(ask -> ask.digest().equals(assessment.digest())).map(ask -> ask(ask, names)).toList(), row,
                timeline.stream().filter(line -> assessment.digest().hex().equals(line.digest())).toList());
    }

    private ApprovalAsk ask(ApprovalRequestView request, Names names) {
        return new ApprovalAsk(request, names.teams(request.teams()), approvals.decisions(request.digest()).stream()
                .filter(said -> said.request().equals(request.id())).map(said -> said(said, names)).toList());
    }

    private static ApprovalAsk.Said said(Approval approval, Names names) {
        return new ApprovalAsk.Said(approval.person(), names.person(approval.person()), names.team(approval.team()), approval.approved(),
                approval.rationale(), approval.at(), approval.expiresAt());
    }

    private String decision(Assessment assessment) {
        return library.decision(assessment.decision()).map(version -> version.name() + ", version " + version.version()).orElse(assessment.decision());
    }

    /** The advice that the request was made from: the surest one for this action and target. */
    private static Proposal proposal(Assessment assessment, Recommendation advice) {
        return advice == null || !advice.id().equals(assessment.recommendation()) ? null : advice.proposals().stream()
                .filter(p -> p.actionType().equals(assessment.request().actionType()) && p.target().equals(assessment.request().target()))
                .max(Comparator.comparingDouble(Proposal::confidence)).orElse(null);
    }
}

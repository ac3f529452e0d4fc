package io.countersign.report;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.evidence.Actor;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file on a run or on one question to people. Reads only; who may read was checked before. */
@Service
@Transactional(readOnly = true)
public class CaseFiles {

    private final PlaybookRuns runs;
    private final Approvals approvals;
    private final Background background;
    private final ActionCases actions;
    private final RunStanding standing;

    CaseFiles(PlaybookRuns runs, Approvals approvals, Background background, ActionCases actions, RunStanding standing) {
        this.runs = runs;
        this.approvals = approvals;
        this.background = background;
        this.actions = actions;
        this.standing = standing;
    }

    public Optional<CaseFile> ofRun(PlaybookRunId run) {
        return runs.find(run).map(this::open);
    }

    /** @param reader username of who reads: the answer says whether they may decide */
    public Optional<ApprovalCase> ofApproval(UUID id, String reader) {
        return approvals.find(id).flatMap(request -> ofRun(request.playbookRun()).flatMap(file -> ofApproval(request, file, reader)));
    }

    private Optional<ApprovalCase> ofApproval(ApprovalRequestView request, CaseFile file, String reader) {
        String whyNot = approvals.whyNot(reader, request).orElse(null);
        return file.actions().stream().filter(action -> action.assessment().digest().equals(request.digest())).findFirst()
                .flatMap(action -> action.asks().stream().filter(ask -> ask.request().id().equals(request.id())).findFirst()
                        .map(ask -> new ApprovalCase(ask, action, file, whyNot)));
    }

    private CaseFile open(PlaybookRun run) {
        Names names = background.names();
        var incident = background.incident(run.incident());
        var advice = background.advice(run.id());
        Actor starter = new Actor(Actor.Kind.valueOf(run.startedByKind()), run.startedBy(), run.startedBy());
        return new CaseFile(run, names.playbook(run.playbook()), names.who(starter), incident, advice,
                advice == null ? null : background.agent(advice.agent(), names), actions.ofRun(run.id(), advice, background.timeline(run.id()), names),
                standing.contained(run.id()), standing.waiting(run.id()), standing.plan(run.id()), standing.progress(run.id()), background.similar(incident));
    }
}

package io.countersign.report;

import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Opens the file on a run or on one question to people. Reads only; who may read was checked before. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class CaseFiles {

    private final Approvals approvals;
    private final Inbox inbox;
    private final Background background;
    private final ActionCases actions;
    private final RunStanding standing;

    CaseFiles(Approvals approvals, Inbox inbox, Background background, ActionCases actions, RunStanding standing) {
        this.approvals = approvals;
        this.inbox = inbox;
        this.background = background;
        this.actions = actions;
        this.standing = standing;
    }

    public Optional<CaseFile> ofRun(PlaybookRunId run) {
        return standing.run(run).map(this::open);
    }

    /** @param reader username of who reads: the answer says whether they may decide */
    public Optional<ApprovalCase> ofApproval(UUID id, String reader) {
        return approvals.find(id).flatMap(request -> ofRun(request.playbookRun()).flatMap(file -> ofApproval(request, file, reader)));
    }

    /** Of a task that is no approval. @param reader username of who reads: the answer says whether they may do it */
    public Optional<TaskCase> ofTask(String id, String reader) {
        return standing.task(id).flatMap(task -> inbox.task(id, reader)
                .flatMap(item -> ofRun(task.run()).map(file -> new TaskCase(item, task, standing.form(id), file))));
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
        var advice = background.advice(run.acted());
        return new CaseFile(run, names.playbook(run.playbook()), names.starter(run), incident, advice,
                advice == null ? null : background.agent(advice.agent(), names), actions.ofRun(run.acted(), advice, background.timeline(run.acted()), names),
                standing.contained(run.acted()), standing.waiting(run.id()), standing.plan(run.acted()), standing.progress(run.id()), background.similar(incident));
    }
}

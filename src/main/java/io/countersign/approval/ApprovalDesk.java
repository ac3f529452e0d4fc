package io.countersign.approval;

import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, escalates, expires and withdraws questions to people, always inside the transaction that moves the playbook (MANDATORY). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ApprovalDesk {

    private final ApprovalRequests requests;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final ApprovalSettings settings;
    private final InstantSource clock;

    ApprovalDesk(ApprovalRequests requests, EvidenceLog evidence, ApplicationEventPublisher events, ApprovalSettings settings, InstantSource clock) {
        this.requests = requests;
        this.evidence = evidence;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    public void open(OpenApproval opening) {
        Instant now = clock.instant();
        ApprovalRequestView view = requests.save(new ApprovalRequest(opening, now)).view();
        evidence.append(entry(EvidenceKind.APPROVAL_REQUESTED, view).with("teams", view.teams()).with("level", view.level())
                .with("expiresAt", view.expiresAt().toString()));
    }

    /** Asks the escalation teams as well. Without a pending request of that element nothing is left to escalate. */
    public void escalate(PlaybookRunId run, String activity) {
        for (ApprovalRequest request : pending(run, activity)) {
            request.escalate(settings.escalationTeams(), clock.instant());
            evidence.append(entry(EvidenceKind.APPROVAL_ESCALATED, request.view()).with("teams", request.view().teams()));
            events.publishEvent(new ApprovalEscalated(request.view().task(), request.view().teams()));
        }
    }

    /** Nobody decided: refused. */
    public void expire(PlaybookRunId run, String activity) {
        close(pending(run, activity), ApprovalState.EXPIRED, EvidenceKind.APPROVAL_EXPIRED, "Nobody decided in time, so it counts as refused");
    }

    /** The task went on although nobody decided here: that authorises nothing, and nobody is asked any more. Does nothing where somebody decided. */
    public void bypassed(String task) {
        close(requests.findByTask(task).filter(request -> request.state() == ApprovalState.PENDING).stream().toList(), ApprovalState.WITHDRAWN,
                EvidenceKind.APPROVAL_EXPIRED, "Its task was completed past this product, which approves nothing");
    }

    /** The run ended: nothing of it waits for approval any more. */
    public void endOf(PlaybookRunId run) {
        close(requests.lockPendingOf(run.value()), ApprovalState.WITHDRAWN, EvidenceKind.APPROVAL_EXPIRED, "The run has ended, so nobody is asked any more");
    }

    /** The run is being taken back: nothing of it waits for approval any more. */
    public void withdrawAll(PlaybookRunId run) {
        close(requests.lockPendingOf(run.value()), ApprovalState.WITHDRAWN, EvidenceKind.APPROVAL_EXPIRED, "The run is rolled back, so nobody is asked any more");
    }

    private void close(List<ApprovalRequest> open, ApprovalState to, EvidenceKind kind, String reason) {
        for (ApprovalRequest request : open) {
            request.move(to);
            evidence.append(entry(kind, request.view()).with("reason", reason).with("level", request.view().level()));
        }
    }

    private List<ApprovalRequest> pending(PlaybookRunId run, String activity) {
        return requests.lockPendingOf(run.value()).stream().filter(request -> request.view().activity().equals(activity)).toList();
    }

    static EvidenceEntry entry(EvidenceKind kind, ApprovalRequestView request) {
        return EvidenceEntry.of(kind, Actor.system("approval")).about(request.incident()).in(request.playbookRun()).digest(request.digest().hex())
                .with("request", request.id().toString()).with("activity", request.activity());
    }
}

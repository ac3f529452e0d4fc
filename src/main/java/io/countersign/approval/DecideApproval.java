package io.countersign.approval;

import io.countersign.approval.DecisionRefused.Because;
import io.countersign.datastore.TriedAgain;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person decides on one digest: validate, load and lock, check who, keep, let the playbook go on; one transaction. */
@Service
public class DecideApproval {

    private final ApprovalRequests requests;
    private final ApprovalRows approvals;
    private final Eligibility eligibility;
    private final Record record;
    private final InstantSource clock;

    DecideApproval(ApprovalRequests requests, ApprovalRows approvals, Eligibility eligibility, Record record, InstantSource clock) {
        this.requests = requests;
        this.approvals = approvals;
        this.eligibility = eligibility;
        this.record = record;
        this.clock = clock;
    }

    /** @throws DecisionRefused when nothing was decided; what was tried is on the record all the same */
    @TriedAgain
    @Transactional(noRollbackFor = DecisionRefused.class)
    public Approval decide(Decision decision) {
        ApprovalRequest request = requests.lock(decision.request())
                .orElseThrow(() -> new DecisionRefused(Because.UNKNOWN, "There is no such request for approval"));
        try {
            Approval approval = take(decision, request);
            request.move(decision.approved() ? ApprovalState.APPROVED : ApprovalState.REFUSED);
            approvals.insert(approval);
            record.decided(request.view(), approval);
            return approval;
        } catch (DecisionRefused refused) {
            record.denied(request.view(), decision, refused);
            throw refused;
        }
    }

    private Approval take(Decision decision, ApprovalRequest request) {
        ApprovalRequestView view = request.view();
        requireOpen(view);
        if (!view.digest().equals(decision.digest())) {
            throw new DecisionRefused(Because.CHANGED, "What you saw is not what waits now. Nothing was decided. Open the request again and read it.");
        }
        List<Approval> before = approvals.of(view.digest());
        Person person = eligibility.require(decision.person(), view, before);
        String rationale = rationale(decision.rationale());
        Instant now = clock.instant();
        return new Approval(UUID.randomUUID(), view.id(), view.digest().hex(), person.username(), person.team(), decision.approved(), rationale, now,
                now.plus(Duration.between(view.openedAt(), view.expiresAt())));
    }

    private void requireOpen(ApprovalRequestView request) {
        if (request.state() != ApprovalState.PENDING) {
            String by = approvals.of(request.digest()).stream().filter(a -> a.request().equals(request.id())).findFirst()
                    .map(a -> " by " + a.person() + " at " + a.at()).orElse("");
            throw new DecisionRefused(Because.ALREADY_DECIDED, "This was already " + request.state().name().toLowerCase() + by + ". Your decision was not taken.");
        }
        if (!clock.instant().isBefore(request.expiresAt())) {
            throw new DecisionRefused(Because.ALREADY_DECIDED, "The time to decide ended at " + request.expiresAt() + "; it counts as refused.");
        }
    }

    private static String rationale(String text) {
        String rationale = text == null ? "" : text.strip();
        if (rationale.length() < 10 || rationale.length() > 2000) {
            throw new DecisionRefused(Because.UNREASONED, "Give your reasons in 10 to 2000 characters: auditors will read them.");
        }
        return rationale;
    }

    /** Puts decisions, taken and not taken, on the record and tells the playbook. */
    @org.springframework.stereotype.Component
    static class Record {

        private final EvidenceLog evidence;
        private final ApplicationEventPublisher events;

        Record(EvidenceLog evidence, ApplicationEventPublisher events) {
            this.evidence = evidence;
            this.events = events;
        }

        void decided(ApprovalRequestView request, Approval approval) {
            EvidenceKind kind = approval.approved() ? EvidenceKind.APPROVAL_GIVEN : EvidenceKind.APPROVAL_REFUSED;
            evidence.append(by(kind, request, approval.person()).with("team", approval.team()).with("rationale", approval.rationale())
                    .with("level", request.level()));
            events.publishEvent(new ApprovalDecided(request.playbookRun(), request.activity(), request.task(), request.level(), approval.approved(),
                    approval.person()));
        }

        void denied(ApprovalRequestView request, Decision decision, DecisionRefused why) {
            evidence.append(by(EvidenceKind.APPROVAL_DENIED, request, decision.person()).with("because", why.because().name())
                    .with("tried", decision.approved() ? "approve" : "refuse").with("message", why.getMessage()));
        }

        private static EvidenceEntry by(EvidenceKind kind, ApprovalRequestView request, String person) {
            EvidenceEntry entry = ApprovalDesk.entry(kind, request);
            return new EvidenceEntry(kind, Actor.person(person), entry.incident(), entry.playbookRun(), null, entry.digest(), entry.facts());
        }
    }
}

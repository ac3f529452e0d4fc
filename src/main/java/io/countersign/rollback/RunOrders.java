package io.countersign.rollback;

import io.countersign.approval.ApprovalDesk;
import io.countersign.datastore.TriedAgain;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceEntry;
import io.countersign.evidence.EvidenceKind;
import io.countersign.evidence.EvidenceLog;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may order for a run: release, keep, roll back. Each is one transaction; the run's row is locked, so of two orders at once one is refused. */
@Service
@Transactional
@TriedAgain
public class RunOrders {

    private static final Duration LONGEST_KEEP = Duration.ofDays(365);

    private final PlaybookRuns runs;
    private final Leases leases;
    private final ApprovalDesk approvals;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RunOrders(PlaybookRuns runs, Leases leases, ApprovalDesk approvals, EvidenceLog evidence, ApplicationEventPublisher events, InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.approvals = approvals;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the run back from wherever it stands; new effects are refused from now on. @throws RunRequestRefused if it ended or is being taken back */
    public void rollBack(PlaybookRunId id, String reason, Actor by) {
        // Before the run: a decision on an approval locks the two in this order, and would else wait for us while we wait for it.
        approvals.withdrawAll(id);
        PlaybookRun run = open(id);
        String why = reasoned(reason);
        runs.rollBack(id, by.id(), why, clock.instant());
        record(EvidenceKind.ROLLBACK_REQUESTED, run, by, "roll back", why);
        events.publishEvent(new RollbackRequested(id));
    }

    /** Releases what the run contains, before its lease ends. @throws RunRequestRefused if it is not waiting with something in force */
    public void release(PlaybookRunId id, String reason, Actor by) {
        PlaybookRun run = open(id);
        record(EvidenceKind.ROLLBACK_REQUESTED, run, by, "release", reasoned(reason));
        events.publishEvent(new ReleaseRequested(id));
    }

    /** Keeps what the run contains; when that time comes it is released, unless it is kept again. @throws RunRequestRefused if the time is not within a year from now */
    public void keep(PlaybookRunId id, Instant until, String reason, Actor by) {
        PlaybookRun run = open(id);
        Instant now = clock.instant();
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST_KEEP))) {
            throw new RunRequestRefused("Say until when it stays: a time from now to at most 365 days ahead. Nothing was changed.");
        }
        leases.keep(run, until, reasoned(reason), by);
        events.publishEvent(new KeepRequested(id, until));
    }

    private PlaybookRun open(PlaybookRunId id) {
        PlaybookRun run = runs.lock(id).orElseThrow(() -> new RunRequestRefused("There is no run " + id + "."));
        if (run.state() == PlaybookRun.State.ENDED) {
            throw new RunRequestRefused("This run ended at " + run.endedAt() + " (" + run.outcome() + "); there is nothing to order any more.");
        }
        if (run.rollbackRequested()) {
            throw new RunRequestRefused("This run is being rolled back since " + run.rollbackRequestedAt() + ", asked by " + run.rollbackBy() + ".");
        }
        return run;
    }

    private static String reasoned(String reason) {
        String text = reason == null ? "" : reason.strip();
        if (text.length() < 10 || text.length() > 2000) {
            throw new RunRequestRefused("Give your reasons in 10 to 2000 characters: auditors will read them. Nothing was changed.");
        }
        return text;
    }

    private void record(EvidenceKind kind, PlaybookRun run, Actor by, String order, String reason) {
        evidence.append(EvidenceEntry.of(kind, by).about(run.incident()).in(run.id()).with("order", order).with("reason", reason));
    }
}

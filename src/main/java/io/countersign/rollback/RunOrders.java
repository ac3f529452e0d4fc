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
    private final ReverseOrders reverse;
    private final EvidenceLog evidence;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RunOrders(PlaybookRuns runs, Leases leases, ApprovalDesk approvals, ReverseOrders reverse, EvidenceLog evidence, ApplicationEventPublisher events,
              InstantSource clock) {
        this.runs = runs;
        this.leases = leases;
        this.approvals = approvals;
        this.reverse = reverse;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes the run back from wherever it stands; new effects are refused from now on. What a run left that is over is taken back from
     * the ledger, by a run of its own.
     *
     * @throws RunRequestRefused if it is being taken back, or is over and left nothing
     */
    public void rollBack(PlaybookRunId id, String reason, Actor by) {
        // Before the run: a decision on an approval locks the two in this order, and would else wait for us while we wait for it.
        approvals.withdrawAll(id);
        PlaybookRun run = locked(id);
        String why = reasoned(reason);
        if (run.state() == PlaybookRun.State.ENDED) {
            reverse.order(run.reverses() == null ? run : locked(run.reverses()), why, by);
            return;
        }
        if (run.reverses() == null) {
            requireNotRollingBack(run);
        }
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

    private PlaybookRun locked(PlaybookRunId id) {
        return runs.lock(id).orElseThrow(() -> new RunRequestRefused("There is no run " + id + "."));
    }

    private PlaybookRun open(PlaybookRunId id) {
        PlaybookRun run = locked(id);
        if (run.state() == PlaybookRun.State.ENDED) {
            throw new RunRequestRefused("This run ended at " + run.endedAt() + " (" + run.outcome() + "); it holds nothing that could be released or kept.");
        }
        requireNotRollingBack(run);
        return run;
    }

    private static void requireNotRollingBack(PlaybookRun run) {
        if (run.rollbackRequested()) {
            throw new RunRequestRefused("This run is being rolled back since " + run.rollbackRequestedAt() + ", asked by " + run.rollbackBy() + ".");
        }
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

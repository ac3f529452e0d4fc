package io.countersign.report;

import io.countersign.action.ActionType;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.Differences;
import io.countersign.execution.Lease;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.execution.ReverseRuns;
import io.countersign.report.ContainedTarget.Hold;
import io.countersign.report.ContainedTarget.Need;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is contained right now, for people; what somebody should look at comes first. */
@Service
@Transactional(readOnly = true)
public class ContainmentBoard {

    private final Leases leases;
    private final Differences differences;
    private final ReverseRuns reverses;
    private final PlaybookRuns runs;
    private final ActionSubjects subjects;
    private final NameDirectory directory;
    private final InstantSource clock;

    ContainmentBoard(Leases leases, Differences differences, ReverseRuns reverses, PlaybookRuns runs, ActionSubjects subjects, NameDirectory directory,
                     InstantSource clock) {
        this.leases = leases;
        this.differences = differences;
        this.reverses = reverses;
        this.runs = runs;
        this.subjects = subjects;
        this.directory = directory;
        this.clock = clock;
    }

    public List<ContainedTarget> inForce() {
        Names names = directory.names();
        Set<UUID> freed = differences.freed();
        return leases.inForce().stream().map(lease -> describe(lease, names, freed))
                .sorted(Comparator.comparing((ContainedTarget row) -> row.needs().isEmpty()).thenComparing(row -> row.lease().until())).toList();
    }

    /** Effects of ours that the books do not know of. */
    public List<OrphanedEffect> orphans() {
        Names names = directory.names();
        return differences.orphans().stream().map(orphan -> new OrphanedEffect(orphan, subjects.title(orphan.actionType(), orphan.target(), names),
                names.connector(orphan.connector()), inverse(orphan.actionType()), Words.state(orphan.found().attributes()))).toList();
    }

    public Optional<ContainedTarget> find(UUID lease) {
        return leases.find(lease).map(found -> describe(found, directory.names(), differences.freed()));
    }

    /** What a run holds or held. */
    public List<ContainedTarget> ofRun(PlaybookRunId run) {
        Names names = directory.names();
        Set<UUID> freed = differences.freed();
        return leases.ofRun(run).stream().map(lease -> describe(lease, names, freed)).toList();
    }

    private ContainedTarget describe(Lease lease, Names names, Set<UUID> freed) {
        ActionCase.TargetFacts target = subjects.target(lease.target(), names);
        return new ContainedTarget(lease, subjects.title(lease.actionType(), lease.target(), names), names.connector(lease.connector()),
                inverse(lease.actionType()), lease.observed() == null ? "" : Words.state(lease.observed().attributes()),
                target.owner().isEmpty() ? target.team() : target.owner(), lease.holders().stream().map(holder -> hold(holder, names)).toList(), needs(lease, freed));
    }

    private String inverse(String actionType) {
        return subjects.type(actionType).flatMap(ActionType::inverse).orElse("");
    }

    private Hold hold(Lease.Holder holder, Names names) {
        String playbook = run(holder).map(run -> names.playbook(run.playbook())).orElse("");
        return new Hold(holder.playbookRun(), holder.incident(), playbook, holder.until(), holder.holds());
    }

    private Optional<PlaybookRun> run(Lease.Holder holder) {
        return runs.find(new PlaybookRunId(holder.playbookRun()));
    }

    private List<Need> needs(Lease lease, Set<UUID> freed) {
        List<Need> needs = new ArrayList<>();
        if (lease.state() == Lease.State.RELEASED) {
            return needs;
        }
        if (lease.until().isBefore(clock.instant())) {
            needs.add(Need.LATE);
        }
        if (freed.contains(lease.id())) {
            needs.add(Need.FREED);
        }
        if (lease.state() == Lease.State.DRIFTED) {
            needs.add(Need.DRIFTED);
        }
        if (lease.holding().stream().flatMap(holder -> run(holder).stream())
                .noneMatch(run -> run.state() != PlaybookRun.State.ENDED || reverses.open(run.id()).isPresent())) {
            needs.add(Need.NOBODY_RELEASES);
        }
        return needs;
    }
}

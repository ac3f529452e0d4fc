package io.countersign.rollback;

import io.countersign.action.Target;
import io.countersign.evidence.ActionRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Leases;
import io.countersign.execution.PlaybookRun;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which effect a reverse run takes back next: round after round, in each the newest first. What does not work is left for the next
 * round and keeps only older effects on the same target waiting. What a person decided to keep is left alone until that day, unless a
 * person ordered the roll-back. Reads only.
 */
@Service
@Transactional(readOnly = true)
public class NextUndo {

    /**
     * What to do.
     *
     * @param effect  the row of the ledger to take back now, or empty
     * @param another whether something is left for another round
     * @param busy    whether some of that is in a worker's hands at this moment
     * @param until   when what a person keeps may be taken back, if that is all that is left; else empty
     */
    public record Next(Optional<ActionRunId> effect, boolean another, boolean busy, Optional<Instant> until) {
    }

    private final LeftOver left;
    private final Leases leases;
    private final RollbackSettings settings;
    private final InstantSource clock;

    NextUndo(LeftOver left, Leases leases, RollbackSettings settings, InstantSource clock) {
        this.left = left;
        this.settings = settings;
        this.leases = leases;
        this.clock = clock;
    }

    /** @param after the last one of this round; empty when a round begins. @param first whether it is the first round: then what was left to a person is looked at, too */
    public Next choose(PlaybookRun reverse, Optional<ActionRunId> after, boolean first) {
        return asks(reverse) ? new Next(Optional.empty(), false, false, Optional.empty()) : choose(left.rows(reverse.acted()), kept(reverse), after, first);
    }

    /** All that can be tried now, in its order. */
    public List<ActionRunId> all(PlaybookRun reverse) {
        Map<ActionRunId, Instant> kept = kept(reverse);
        return asks(reverse) ? List.of() : left.rows(reverse.acted()).stream().filter(row -> isOpen(row, true) && !kept.containsKey(row.id())).map(ActionRunView::id).toList();
    }

    static Next choose(List<ActionRunView> newestFirst, Map<ActionRunId, Instant> kept, Optional<ActionRunId> after, boolean first) {
        List<ActionRunView> open = newestFirst.stream().filter(row -> isOpen(row, first)).toList();
        List<ActionRunView> ours = open.stream().filter(row -> !kept.containsKey(row.id())).toList();
        List<ActionRunView> older = newestFirst.subList(after.map(id -> position(newestFirst, id) + 1).orElse(0), newestFirst.size());
        Set<Target> blocked = newestFirst.subList(0, newestFirst.size() - older.size()).stream().filter(row -> row.state().needsUndo() || row.state().inFlight())
                .map(ActionRunView::target).collect(Collectors.toSet());
        Optional<ActionRunId> next = older.stream().filter(ours::contains).filter(row -> !blocked.contains(row.target())).map(ActionRunView::id).findFirst();
        boolean again = ours.stream().anyMatch(row -> isOpen(row, false));
        Optional<Instant> until = again ? Optional.empty() : open.stream().map(row -> kept.get(row.id())).filter(day -> day != null).min(Comparator.naturalOrder());
        boolean busy = ours.stream().anyMatch(row -> row.state().inFlight() || row.state() == ActionRunState.UNDOING);
        return new Next(next, again || until.isPresent(), busy, until);
    }

    private static boolean isOpen(ActionRunView row, boolean first) {
        return row.state().needsUndo() || row.state().inFlight() || first && row.state().leftToAPerson();
    }

    private static int position(List<ActionRunView> rows, ActionRunId id) {
        return rows.stream().map(ActionRunView::id).toList().indexOf(id);
    }

    /** Whether policy lets a person say first what becomes of what was left behind. */
    private boolean asks(PlaybookRun reverse) {
        return settings.leftBehind() == RollbackSettings.LeftBehind.ASK && !ordered(reverse);
    }

    private static boolean ordered(PlaybookRun reverse) {
        return reverse.startedByKind().equals("PERSON") || reverse.rollbackRequested();
    }

    private Map<ActionRunId, Instant> kept(PlaybookRun reverse) {
        return ordered(reverse) ? Map.of() : leases.keptBy(reverse.acted(), clock.instant());
    }
}

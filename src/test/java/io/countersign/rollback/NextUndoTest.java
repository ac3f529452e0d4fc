package io.countersign.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.ActionDigest;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetState;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Newest first, round after round; what failed keeps only what is older on the same target waiting. */
class NextUndoTest {

    private final ActionRunView oldest = row("host-1", ActionRunState.CONFIRMED);
    private final ActionRunView middle = row("host-2", ActionRunState.CONFIRMED);

    @Test
    void theNewestComesFirstAndThenTheNextOlder() {
        ActionRunView newest = row("host-3", ActionRunState.UNKNOWN);
        assertThat(next(true, null, newest, middle, oldest).effect()).contains(newest.id());
        ActionRunView back = as(newest, ActionRunState.RESTORED);
        assertThat(next(true, back, back, middle, oldest).effect()).contains(middle.id());
    }

    @Test
    void whatFailedDoesNotKeepOtherTargetsWaiting() {
        ActionRunView failed = row("host-3", ActionRunState.UNDO_FAILED);
        assertThat(next(true, failed, failed, middle, oldest).effect()).contains(middle.id());
    }

    @Test
    void whatFailedKeepsOlderEffectsOnItsTargetWaiting() {
        ActionRunView failed = row("host-2", ActionRunState.UNDO_FAILED);
        assertThat(next(true, failed, failed, middle, oldest).effect()).contains(oldest.id());
        NextUndo.Next end = next(true, oldest, failed, middle, as(oldest, ActionRunState.RESTORED));
        assertThat(end.effect()).isEmpty();
        assertThat(end.another()).isTrue();
    }

    @Test
    void whatIsLeftToAPersonIsLookedAtInTheFirstRoundOnly() {
        ActionRunView drifted = row("host-3", ActionRunState.DRIFTED);
        assertThat(next(true, null, drifted).effect()).contains(drifted.id());
        assertThat(next(false, null, drifted)).isEqualTo(new NextUndo.Next(Optional.empty(), false, false, Optional.empty()));
    }

    @Test
    void whatIsInAWorkersHandsIsWaitedFor() {
        ActionRunView underWay = row("host-3", ActionRunState.EXECUTING);
        NextUndo.Next next = next(true, underWay, underWay);
        assertThat(next.busy()).isTrue();
        assertThat(next.another()).isTrue();
    }

    @Test
    void whatIsKeptIsLeftAloneUntilItsDay() {
        Instant day = Instant.parse("2030-01-01T00:00:00Z");
        NextUndo.Next next = NextUndo.choose(List.of(middle, oldest), Map.of(middle.id(), day), Optional.empty(), true);
        assertThat(next.effect()).contains(oldest.id());
        NextUndo.Next later = NextUndo.choose(List.of(middle, as(oldest, ActionRunState.RESTORED)), Map.of(middle.id(), day), Optional.empty(), true);
        assertThat(later).isEqualTo(new NextUndo.Next(Optional.empty(), true, false, Optional.of(day)));
    }

    @Test
    void whereAllIsBackThereIsNothingMore() {
        assertThat(next(true, null, as(middle, ActionRunState.RESTORED), as(oldest, ActionRunState.HANDED_OVER)))
                .isEqualTo(new NextUndo.Next(Optional.empty(), false, false, Optional.empty()));
    }

    private static NextUndo.Next next(boolean first, ActionRunView after, ActionRunView... newestFirst) {
        return NextUndo.choose(new ArrayList<>(List.of(newestFirst)), Map.of(), Optional.ofNullable(after).map(ActionRunView::id), first);
    }

    private static ActionRunView as(ActionRunView row, ActionRunState state) {
        return row(row.id(), row.target().value(), state);
    }

    private static ActionRunView row(String host, ActionRunState state) {
        return row(new ActionRunId(UUID.randomUUID()), host, state);
    }

    private static ActionRunView row(ActionRunId id, String host, ActionRunState state) {
        TargetState free = TargetState.of("isolated", "false");
        TargetState isolated = TargetState.of("isolated", "true");
        return new ActionRunView(id, new ActionDigest("0".repeat(64)), new IncidentId(1), new PlaybookRunId("run"), "isolate-host", "isolate-host",
                new Target(TargetKind.HOST, host), Map.of(), "agent", "owner", "sandbox", true, state, true, free, isolated, null, "", null, Instant.EPOCH, Instant.EPOCH);
    }
}

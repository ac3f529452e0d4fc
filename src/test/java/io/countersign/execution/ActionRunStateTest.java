package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of states is either a listed move or refused. */
class ActionRunStateTest {

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("PREPARED", Set.of("EXECUTING", "CONFIRMED", "DRY_RUN")), Map.entry("EXECUTING", Set.of("SUCCEEDED", "FAILED", "UNKNOWN")),
            Map.entry("SUCCEEDED", Set.of("CONFIRMED", "NOT_APPLIED", "UNKNOWN")), Map.entry("FAILED", Set.of("CONFIRMED", "NOT_APPLIED", "UNKNOWN")),
            Map.entry("UNKNOWN", Set.of("CONFIRMED", "NOT_APPLIED", "UNDOING", "HANDED_OVER", "RESTORED", "UNSAFE")),
            Map.entry("CONFIRMED", Set.of("UNDOING", "HANDED_OVER", "RESTORED", "UNSAFE")), Map.entry("UNDOING", Set.of("RESTORED", "PARTIAL", "DRIFTED", "UNDO_FAILED", "HANDED_OVER")),
            Map.entry("UNDO_FAILED", Set.of("UNDOING", "HANDED_OVER", "UNSAFE")), Map.entry("NOT_APPLIED", Set.of()), Map.entry("DRY_RUN", Set.of()), Map.entry("HANDED_OVER", Set.of()), Map.entry("RESTORED", Set.of()),
            Map.entry("PARTIAL", Set.of("UNDOING", "RESTORED", "HANDED_OVER")), Map.entry("DRIFTED", Set.of("UNDOING", "RESTORED", "HANDED_OVER")),
            Map.entry("UNSAFE", Set.of("RESTORED")));

    @ParameterizedTest
    @EnumSource
    void onlyListedMovesAreAllowed(ActionRunState from) {
        for (ActionRunState to : ActionRunState.values()) {
            assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.get(from.name()).contains(to.name()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeOnTheTargetIsEitherInFlightOrNeedsUndo(ActionRunState state) {
        boolean over = Set.of("NOT_APPLIED", "DRY_RUN", "HANDED_OVER", "RESTORED", "PARTIAL", "DRIFTED", "UNSAFE").contains(state.name());
        assertThat(state.inFlight() || state.needsUndo()).isEqualTo(!over);
    }
}

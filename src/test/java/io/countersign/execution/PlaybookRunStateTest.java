package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.evidence.PlaybookRunId;
import io.countersign.execution.PlaybookRun.State;
import io.countersign.testing.DatabaseTest;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every pair of states of a run is a listed move, a row that stays as it is, or refused. */
@DatabaseTest
@Import(PlaybookRuns.class)
class PlaybookRunStateTest {

    private static final Map<State, Set<State>> ALLOWED = Map.of(State.RUNNING, Set.of(State.ROLLING_BACK, State.ENDED), State.ROLLING_BACK, Set.of(State.ENDED), State.ENDED, Set.of());

    @Autowired
    PlaybookRuns runs;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource
    void onlyListedMovesAreAllowed(State from) {
        for (State to : State.values()) {
            assertThat(from.mayBecome(to)).as(from + " to " + to).isEqualTo(ALLOWED.get(from).contains(to));
        }
    }

    @Test
    void whatRunsIsRolledBackOnceAndTheFirstOrderStays() {
        PlaybookRunId run = run(State.RUNNING);
        runs.rollBack(run, "ana", "first", Instant.now());
        runs.rollBack(run, "ben", "second", Instant.now());
        assertThat(runs.find(run).orElseThrow()).satisfies(now -> assertThat(now.state()).isEqualTo(State.ROLLING_BACK)).satisfies(now -> assertThat(now.rollbackBy()).isEqualTo("ana"));
    }

    @Test
    void whatIsOverOrUnknownIsNotRolledBack() {
        assertThatThrownBy(() -> runs.rollBack(run(State.ENDED), "ana", "late", Instant.now())).isInstanceOf(IllegalStateException.class).hasMessageContaining("is over");
        assertThatThrownBy(() -> runs.rollBack(new PlaybookRunId("nowhere"), "ana", "late", Instant.now())).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRunEndsOnceAndTheFirstOutcomeStays(State from) {
        PlaybookRunId run = run(from);
        String before = runs.find(run).orElseThrow().outcome();
        runs.end(run, "the outcome", false, Instant.now());
        assertThat(runs.find(run).orElseThrow()).satisfies(now -> assertThat(now.state()).isEqualTo(State.ENDED))
                .satisfies(now -> assertThat(now.outcome()).isEqualTo(from == State.ENDED ? before : "the outcome"));
    }

    private PlaybookRunId run(State state) {
        PlaybookRunId id = new PlaybookRunId(UUID.randomUUID().toString());
        jdbc.sql("""
                insert into playbook_run (id, incident, playbook, playbook_version, definition, started_by_kind, started_by, reason, state, outcome, started_at)
                values (?, 1, ?, 1, 'd', 'SYSTEM', 'policy', 'r', ?, ?, now())""").params(id.value(), id.value(), state.name(), state == State.ENDED ? "before" : null).update();
        return id;
    }
}

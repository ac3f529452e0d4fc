package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.playbook.StuckWork;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The server ends the session in which a timer's job is at work, as when it restarts. */
@CountersignTest
class DatabaseAwayFromAJobTest {

    private final JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());

    @Autowired
    Play play;

    @Autowired
    StuckWork stuck;

    @Test
    void theJobIsDoneAgainAndNobodyHasToAskForIt() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        ApprovalRequestView request = walk.asked("block-address", 1);
        var source = TestDatabase.ownerDataSource();
        JdbcClient holding = JdbcClient.create(source);
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(open -> {
            holding.sql("select id from approval_request where id = ? for update").param(request.id()).query(java.util.UUID.class).single();
            play.clock.advance(Duration.between(play.clock.instant(), request.escalatesAt()).plusSeconds(1));
            int holder = holding.sql("select pg_backend_pid()").query(Integer.class).single();
            int waiting = Road.patiently().until(() -> waitingFor(holder), Optional::isPresent).orElseThrow();
            assertThat(owner.sql("select pg_terminate_backend(?)").param(waiting).query(Boolean.class).single()).isTrue();
            Road.patiently().until(() -> !waitingFor(holder).equals(Optional.of(waiting)));
        });
        play.approval(request.id(), view -> view.escalatedAt() != null);
        assertThat(stuck.all()).noneMatch(work -> work.playbookRun().equals(walk.run().value()));
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    /** The session that waits for what this one holds. */
    private Optional<Integer> waitingFor(int holder) {
        return owner.sql("select pid from pg_stat_activity where ? = any(pg_blocking_pids(pid)) and datname = current_database() limit 1").param(holder)
                .query(Integer.class).optional();
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.execution.ActionRunView;
import io.countersign.execution.Lease;
import io.countersign.testing.CountersignTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Between the look at a target and the claim on it, another run may contain or release it. The claim is held up by a lock that it needs. */
@CountersignTest
class LookThenClaimTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;
    @Autowired
    DataSource source;
    @Autowired
    JdbcClient jdbc;

    @Test
    void whatAnotherRunReleasedSinceTheLookIsContainedAnew() throws SQLException {
        Walk first = contained(play.begin(Script.BLOCK, RiskTier.AUTONOMOUS));
        Walk second = play.begin(play.stage.scene(Script.BLOCK, RiskTier.APPROVE, first.scene().targets()));
        betweenLookAndClaim(second, () -> {
            play.road.release(first.run());
            first.endsAs("Released and observed");
        });
        second.contained(ACTION);
        assertThat(play.road.actions(second.run())).singleElement().extracting(ActionRunView::ours).isEqualTo(true);
        assertThat(second.heldLeases()).singleElement().extracting(Lease::state).isEqualTo(Lease.State.ACTIVE);
        second.inForce();
        play.road.release(second.run());
        second.endsAs("Released and observed");
        second.allBack();
    }

    @Test
    void whatAnotherRunContainedSinceTheLookIsHeldByBoth() throws SQLException {
        Scene other = play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS);
        Walk second = play.begin(play.stage.scene(Script.BLOCK, RiskTier.APPROVE, other.targets()));
        Walk[] first = new Walk[1];
        betweenLookAndClaim(second, () -> first[0] = approved(play.begin(other)));
        second.contained(ACTION);
        assertThat(second.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.holding()).hasSize(2));
        second.inForce();
        play.road.release(first[0].run());
        first[0].endsAs("Released and observed");
        play.road.release(second.run());
        second.endsAs("Released and observed");
        second.allBack();
    }

    /** The look is over when the claim waits for the row of the run; nothing before it asks for that lock. */
    private void betweenLookAndClaim(Walk walk, Runnable meanwhile) throws SQLException {
        walk.asked(ACTION, 1);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock = connection.prepareStatement("select 1 from playbook_run where id = ? for no key update")) {
                lock.setString(1, walk.run().value());
                lock.execute();
                walk.approve(ACTION);
                Road.patiently().until(() -> jdbc.sql("""
                        select exists (select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%from playbook_run%for update%')""")
                        .query(Boolean.class).single());
                assertThat(play.road.actions(walk.run())).isEmpty();
                meanwhile.run();
            } finally {
                connection.rollback();
            }
        }
    }

    private Walk approved(Walk walk) {
        walk.approve(ACTION);
        return contained(walk);
    }

    private Walk contained(Walk walk) {
        walk.contained(ACTION);
        walk.inForce();
        return walk;
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Training;
import io.countersign.datastore.DatabaseAway;
import io.countersign.execution.ActionRunState;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.FullDisk;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disk of the database is full for a while: nothing is half done, and all goes on by itself. */
@CountersignTest
class DiskFullTest {

    private static final String ACTION = "block-address";

    private final JdbcClient owner = JdbcClient.create(TestDatabase.ownerDataSource());

    @Autowired
    Play play;

    @AfterEach
    void hasSpaceAgain() throws InterruptedException {
        FullDisk.hasSpaceAgain(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"action_run", "act_hi_actinst"})
    void anEffectThatCouldNotBeRecordedIsKnownOnceThereIsSpace(String table) throws InterruptedException {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        play.stage.train(walk.target(ACTION), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(4)));
        walk.approve(ACTION);
        play.road.action(walk.run(), ACTION, ActionRunState.EXECUTING);
        FullDisk.fills(owner, table);
        Road.patiently().until(() -> "true".equals(play.stage.seen(walk.target(ACTION), ACTION)));
        Thread.sleep(2000);
        play.road.standsAt(walk.run(), ACTION);
        FullDisk.hasSpaceAgain(owner);
        play.clock.advance(Duration.ofMinutes(2));
        walk.contained(ACTION);
        walk.inForce();
        assertThat(walk.orders("ACT", ACTION)).isEqualTo(1);
    }

    @Test
    void anOrderThatCouldNotBeKeptIsRefusedAsAWholeAndCanBeGivenAgain() throws InterruptedException {
        Walk walk = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        walk.inForce();
        FullDisk.fills(owner, "act_hi_actinst");
        assertThatThrownBy(() -> play.road.rollBack(walk.run())).satisfies(failed -> assertThat(DatabaseAway.caused(failed)).isTrue());
        FullDisk.hasSpaceAgain(owner);
        assertThat(play.road.find(walk.run(), run -> true).rollbackRequested()).isFalse();
        walk.contained(ACTION);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }

    @Test
    void anUndoThatCouldNotBeRecordedIsMadeAgainAndSeen() throws InterruptedException {
        Walk walk = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        walk.inForce();
        play.stage.train(walk.target(ACTION), Training.NONE.on(Training.On.UNDO).slow(Duration.ofSeconds(1)));
        play.road.rollBack(walk.run());
        play.road.action(walk.run(), ACTION, ActionRunState.UNDOING);
        FullDisk.fills(owner, "evidence");
        Thread.sleep(2500);
        FullDisk.hasSpaceAgain(owner);
        play.clock.advance(Duration.ofMinutes(2));
        walk.endsAs("Rolled back and observed");
        walk.allBack();
    }
}

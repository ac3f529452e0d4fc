package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.countersign.action.RiskTier;
import io.countersign.connector.sandbox.Training;
import io.countersign.execution.ActionRunState;
import io.countersign.testing.CountersignTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Products that take their time keep nobody waiting. */
@CountersignTest
class SlowProductsTest {

    @Autowired
    Play play;

    @Autowired
    DataSource source;

    @Test
    void slowProductsHoldNoConnectionAndKeepNoFastOneWaiting() throws SQLException {
        List<Scene> scenes = Stream.generate(() -> play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS)).limit(30).toList();
        scenes.forEach(scene -> play.stage.train(scene.target("block-address"), Training.NONE.on(Training.On.ACT).slow(Duration.ofSeconds(6))));
        List<Walk> slow = scenes.stream().map(play::begin).toList();
        slow.forEach(walk -> play.road.action(walk.run(), "block-address", ActionRunState.EXECUTING));
        HikariDataSource pool = source.unwrap(HikariDataSource.class);
        Road.patiently().until(() -> pool.getHikariPoolMXBean().getActiveConnections() <= 2);
        Walk fast = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        fast.contained("block-address");
        assertThat(slow).allSatisfy(walk -> assertThat(play.road.actions(walk.run())).singleElement().satisfies(row -> assertThat(row.state()).isEqualTo(ActionRunState.EXECUTING)));
        slow.forEach(walk -> walk.contained("block-address"));
        Stream.concat(slow.stream(), Stream.of(fast)).forEach(Walk::inForce);
        play.clock.advance(Duration.ofDays(2));
        Stream.concat(slow.stream(), Stream.of(fast)).forEach(walk -> walk.endsAs("Released and observed"));
    }
}

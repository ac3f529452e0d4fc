package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.countersign.action.RiskTier;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.Lease;
import io.countersign.rollback.RunRequestRefused;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** To keep a containment is to name the day on which it ends: the run waits for that day, and can be told otherwise until then. */
@CountersignTest
class KeepTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    ManagementService engine;

    private Walk walk;

    @BeforeEach
    void anAddressIsBlocked() {
        walk = inForce(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS));
    }

    @Test
    void theDayStandsInTheEngineWhereARestartFindsIt() {
        Instant until = keptFor(Duration.ofDays(20));
        assertThat(timer().getDuedate().toInstant()).isEqualTo(until.truncatedTo(ChronoUnit.SECONDS));
        assertThat(lease().state()).isEqualTo(Lease.State.KEPT);
    }

    @Test
    void whatIsKeptAgainEndsOnTheLastDayThatWasNamed() {
        keptFor(Duration.ofDays(20));
        play.clock.advance(Duration.ofDays(15));
        keptFor(Duration.ofDays(20));
        play.clock.advance(Duration.ofDays(15));
        walk.inForce();
        walk.contained(ACTION);
        play.clock.advance(Duration.ofDays(6));
        walk.endsAs("Released and observed");
        walk.allBack();
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(row -> row.kind()).containsSubsequence(EvidenceKind.LEASE_KEPT, EvidenceKind.LEASE_KEPT,
                EvidenceKind.LEASE_EXPIRED, EvidenceKind.UNDO_OBSERVED, EvidenceKind.LEASE_RELEASED, EvidenceKind.PLAYBOOK_ENDED);
    }

    @Test
    void aShorterDayShortensTheLeaseToo() {
        keptFor(Duration.ofDays(20));
        Instant until = keptFor(Duration.ofDays(3));
        assertThat(lease().until()).isCloseTo(until, within(1, ChronoUnit.SECONDS));
        play.clock.advance(Duration.ofDays(4));
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    @Test
    void whatIsKeptCanBeReleasedBeforeItsDay() {
        keptFor(Duration.ofDays(20));
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    @Test
    void whatIsKeptCanBeRolledBackAndIsNotKeptAfterThat() {
        keptFor(Duration.ofDays(20));
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        walk.allBack();
        assertThatThrownBy(() -> keptFor(Duration.ofDays(20))).isInstanceOf(RunRequestRefused.class).hasMessageContaining("ended");
    }

    @Test
    void whatTwoRunsHoldStaysForTheOneThatKeepsIt() {
        Walk other = inForce(play.stage.scene(Script.BLOCK, RiskTier.AUTONOMOUS, Map.copyOf(walk.scene().targets())));
        Instant until = keptFor(Duration.ofDays(20));
        play.clock.advance(Duration.ofDays(2));
        other.endsAs("Released and observed");
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("true");
        assertThat(lease().until()).isCloseTo(until, within(1, ChronoUnit.SECONDS));
        play.clock.advance(Duration.ofDays(19));
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    private Instant keptFor(Duration time) {
        Instant until = play.clock.instant().plus(time);
        play.keep(walk.run(), until);
        return until;
    }

    private Lease lease() {
        return walk.heldLeases().get(0);
    }

    private Job timer() {
        return engine.createJobQuery().processInstanceId(walk.run().value()).timers().singleResult();
    }

    private Walk inForce(Scene scene) {
        Walk begun = play.begin(scene);
        begun.contained(ACTION);
        begun.inForce();
        return begun;
    }
}

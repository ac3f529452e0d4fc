package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.action.RiskTier;
import io.countersign.evidence.ActionRunId;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.Differences;
import io.countersign.execution.Reconciler;
import io.countersign.report.ContainedTarget.Need;
import io.countersign.report.ContainmentBoard;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What should be contained is held against what is. Both ways of differing are reported, and nothing is overwritten. */
@CountersignTest
class ReconcilerTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    Reconciler reconciler;

    @Autowired
    Differences differences;

    @Autowired
    ContainmentBoard board;

    @Test
    void aTargetThatSomebodyFreedIsReportedOnceAndLeftAlone() {
        Walk walk = inForce();
        reconciler.compare();
        assertThat(drifts(walk)).isZero();
        play.stage.stranger(walk.target(ACTION), "blocked", "false");
        reconciler.compare();
        reconciler.compare();
        assertThat(drifts(walk)).isEqualTo(1);
        assertThat(differences.countFreed()).isPositive();
        assertThat(board.ofRun(walk.run())).singleElement().satisfies(row -> assertThat(row.needs()).contains(Need.FREED));
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("false");
        play.stage.stranger(walk.target(ACTION), "blocked", "true");
        reconciler.compare();
        assertThat(drifts(walk)).isEqualTo(2);
        assertThat(board.ofRun(walk.run())).singleElement().satisfies(row -> assertThat(row.needs()).doesNotContain(Need.FREED));
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        walk.allBack();
    }

    /** As after a restore of the database from a dump taken before the effect: the product holds it, and no row on our books knows of it. */
    @Test
    void anEffectThatTheBooksDoNotKnowOfIsFoundByAskingTheProduct() {
        Walk walk = inForce();
        UUID effect = play.road.actions(walk.run()).get(0).id().value();
        UUID lost = UUID.randomUUID();
        TestDatabase.jdbcClient().sql("update sandbox_call set action_run = ? where action_run = ?").params(lost, effect).update();
        reconciler.compare();
        assertThat(differences.orphans()).anySatisfy(orphan -> {
            assertThat(orphan.actionRun()).isEqualTo(lost);
            assertThat(orphan.target()).isEqualTo(walk.target(ACTION));
            assertThat(orphan.found().attributes()).containsValue("true");
        });
        assertThat(board.orphans()).filteredOn(orphaned -> orphaned.orphan().actionRun().equals(lost)).singleElement().satisfies(orphaned -> {
            assertThat(orphaned.what()).contains(walk.target(ACTION).value());
            assertThat(orphaned.inverse()).isEqualTo("Remove the block entry that was added");
        });
        reconciler.compare();
        assertThat(evidence(lost)).isEqualTo(1);
        assertThat(play.stage.seen(walk.target(ACTION), ACTION)).isEqualTo("true");
        play.stage.stranger(walk.target(ACTION), "blocked", "false");
        reconciler.compare();
        assertThat(differences.orphans()).noneMatch(orphan -> orphan.actionRun().equals(lost));
        TestDatabase.jdbcClient().sql("update sandbox_call set action_run = ? where action_run = ?").params(effect, lost).update();
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
    }

    @Test
    void whatTheLedgerKnowsIsNoOrphanInWhateverStateItIs() {
        Walk walk = inForce();
        reconciler.compare();
        ActionRunId effect = play.road.actions(walk.run()).get(0).id();
        assertThat(differences.orphans()).noneMatch(orphan -> orphan.actionRun().equals(effect.value()));
        play.road.release(walk.run());
        walk.endsAs("Released and observed");
        reconciler.compare();
        assertThat(differences.orphans()).noneMatch(orphan -> orphan.actionRun().equals(effect.value()));
    }

    private long drifts(Walk walk) {
        return play.trail.ofPlaybookRun(walk.run()).stream().filter(row -> row.kind() == EvidenceKind.CONTAINMENT_DRIFTED).count();
    }

    private static long evidence(UUID effect) {
        return TestDatabase.jdbcClient().sql("select count(*) from evidence where kind = 'ORPHAN_FOUND' and action_run = ?").param(effect).query(Long.class).single();
    }

    private Walk inForce() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        walk.contained(ACTION);
        walk.inForce();
        return walk;
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionRunState;
import io.countersign.execution.ActionRunView;
import io.countersign.stop.DryRuns;
import io.countersign.stop.StopRefused;
import io.countersign.stop.StopRefused.Because;
import io.countersign.stop.StopScope;
import io.countersign.testing.CountersignTest;
import io.countersign.testing.TestDatabase;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A dry run does everything but the effect, says so, and never counts as contained. */
@CountersignTest
class DryRunRoadTest {

    private static final String WHY = "The test wants it pretended";
    private static final StopScope PLAYBOOK = new StopScope(StopScope.Kind.PLAYBOOK, Script.ISOLATE.key);

    @Autowired
    Play play;
    @Autowired
    Organisation organisation;
    @Autowired
    DryRuns dryRuns;

    @BeforeEach
    void people() {
        organisation.exists();
    }

    @AfterEach
    void real() {
        dryRuns.inForce().forEach(run -> dryRuns.end(run.id(), "The test is over", "gil"));
    }

    /** As while a claim is under way, which has seen that it is real. */
    @Test
    void itDoesNotBeginBesideAnEffectThatIsBeingBegun() {
        TestDatabase.transactions().executeWithoutResult(claiming -> {
            TestDatabase.jdbcClient().sql("select pg_advisory_xact_lock_shared(hashtext('countersign-stop'))").query(row -> { });
            CompletableFuture.runAsync(() -> assertThatThrownBy(() -> dryRuns.begin(PLAYBOOK, WHY, "gil")).isInstanceOf(StopRefused.class)
                    .hasMessageContaining("Begin it again")).join();
        });
        assertThat(dryRuns.inForce()).isEmpty();
        dryRuns.begin(PLAYBOOK, WHY, "gil");
        assertThat(dryRuns.inForce()).hasSize(1);
    }

    static Stream<StopScope> scopes() {
        return Stream.of(PLAYBOOK, new StopScope(StopScope.Kind.CONNECTOR, "sandbox"));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void everythingIsDoneButTheEffect(StopScope scope) {
        dryRuns.begin(scope, WHY, "ada");
        Walk walk = play.begin(Script.ISOLATE, RiskTier.AUTONOMOUS);
        walk.endsAs("Nothing contained");
        assertThat(play.road.actions(walk.run())).hasSize(2).extracting(ActionRunView::state).containsOnly(ActionRunState.DRY_RUN);
        assertThat(play.road.actions(walk.run())).allSatisfy(row -> {
            assertThat(row.lease()).isNull();
            assertThat(row.ours()).isFalse();
            assertThat(row.expected()).isNotEqualTo(row.prior());
        });
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(row -> row.kind()).contains(EvidenceKind.ACTION_PRETENDED)
                .doesNotContain(EvidenceKind.ACTION_ATTEMPTED, EvidenceKind.CREDENTIAL_MINTED, EvidenceKind.LEASE_STARTED, EvidenceKind.ACTION_OBSERVED);
        walk.untouched("isolate-host");
        walk.untouched("block-address");
        assertThat(play.leases.ofRun(walk.run())).isEmpty();
        assertThat(TestDatabase.jdbcClient().sql("select count(*) from guardrail_effect where target = ?").param(walk.target("isolate-host").value()).query(Long.class).single())
                .as("it uses no budget").isZero();
    }

    @Test
    void aPlaybookThatPretendsDoesNotMakeAnotherPretend() {
        dryRuns.begin(PLAYBOOK, WHY, "gil");
        play.begin(Script.BLOCK, RiskTier.AUTONOMOUS).contained("block-address");
    }

    @Test
    void takingBackWhatWasPretendedDoesNothing() {
        dryRuns.begin(PLAYBOOK, WHY, "gil");
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        walk.approve("isolate-host");
        walk.asked("block-address", 1);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
        assertThat(walk.undone()).isEmpty();
        assertThat(play.road.actions(walk.run())).extracting(ActionRunView::state).containsExactly(ActionRunState.DRY_RUN);
    }

    @Test
    void whatWasApprovedAsPretendedIsAskedAnewBeforeItIsReal() {
        dryRuns.begin(PLAYBOOK, WHY, "gil");
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        walk.asked("isolate-host", 1);
        real();
        walk.approve("isolate-host");
        play.road.find(walk.run(), run -> walk.count(EvidenceKind.ACTION_ASSESSED, "isolate-host") == 2);
        walk.untouched("isolate-host");
        walk.approve("isolate-host");
        walk.contained("isolate-host");
    }

    @Test
    void whoMayBeginAndWhoMayEnd() {
        refused(Because.NOT_ALLOWED, () -> dryRuns.begin(PLAYBOOK, WHY, "ana"));
        refused(Because.UNREASONED, () -> dryRuns.begin(PLAYBOOK, "short", "gil"));
        refused(Because.UNKNOWN, () -> dryRuns.begin(new StopScope(StopScope.Kind.PLAYBOOK, "no-such-playbook"), WHY, "gil"));
        refused(Because.UNKNOWN, () -> dryRuns.begin(StopScope.everything(), WHY, "gil"));
        dryRuns.begin(PLAYBOOK, WHY, "ada");
        dryRuns.begin(PLAYBOOK, WHY, "gil");
        long id = dryRuns.inForce().get(0).id();
        assertThat(dryRuns.inForce()).hasSize(1);
        refused(Because.NOT_ALLOWED, () -> dryRuns.end(id, WHY, "ada"));
        dryRuns.end(id, WHY, "gil");
        refused(Because.NOT_WAITING, () -> dryRuns.end(id, WHY, "gil"));
    }

    private static AbstractThrowableAssert<?, ?> refused(Because because, Runnable act) {
        return assertThatThrownBy(act::run).isInstanceOfSatisfying(StopRefused.class, refused -> assertThat(refused.because()).isEqualTo(because));
    }
}

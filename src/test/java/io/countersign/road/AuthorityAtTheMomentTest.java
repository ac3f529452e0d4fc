package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.ActionOutcome;
import io.countersign.incident.Criticality;
import io.countersign.incident.Environment;
import io.countersign.testing.CountersignTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

/** An approval is proved once more at the very moment of execution, against the world as it is then. */
@CountersignTest
class AuthorityAtTheMomentTest {

    private static final String ACTION = "block-address";

    @Autowired
    Play play;

    @Autowired
    Stamp stamp;

    @AfterEach
    void agentActs() {
        play.stage.activateAgent();
    }

    @Test
    void anOldApprovalServesNoNewSituation() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        stamp.approve(walk.asked(ACTION, 1), 1, "sam", "soc", Instant.now().minusSeconds(1));
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(ActionOutcome.STALE);
        refusedForGood(walk, EvidenceKind.ACTION_STALE);
    }

    @Test
    void twoApprovalsComeFromTwoPeopleOfTwoTeams() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.DUAL);
        ApprovalRequestView asked = walk.asked("isolate-host", 1);
        Instant until = Instant.now().plusSeconds(600);
        assertThat(stamp.execute(walk, "isolate-host").outcome()).isEqualTo(ActionOutcome.REFUSED);
        stamp.approve(asked, 1, "eva", "edr", until);
        assertThat(stamp.execute(walk, "isolate-host").outcome()).isEqualTo(ActionOutcome.REFUSED);
        assertThatThrownBy(() -> stamp.approve(asked, 2, "eva", "soc", until)).isInstanceOf(DuplicateKeyException.class);
        stamp.approve(asked, 2, "ben", "edr", until);
        assertThat(stamp.execute(walk, "isolate-host").outcome()).isEqualTo(ActionOutcome.REFUSED);
        refusedForGood(walk, EvidenceKind.ACTION_REFUSED);
    }

    @Test
    void aTargetThatBecameCriticalIsAssessedAnew() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        walk.asked("isolate-host", 1);
        play.stage.know(walk.target("isolate-host"), Criticality.CRITICAL, Environment.PRODUCTION);
        walk.approve("isolate-host");
        play.road.find(walk.run(), run -> walk.count(EvidenceKind.ACTION_ASSESSED, "isolate-host") == 2);
        walk.approve("isolate-host");
        walk.countersign("isolate-host");
        walk.contained("isolate-host");
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void aClosedTicketEndsItEvenIfItWasApproved() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked(ACTION, 1);
        play.stage.closeTicket(walk.scene());
        walk.approve(ACTION);
        walk.endsAs("Nothing contained");
        refusedForGood(walk, EvidenceKind.ACTION_STALE);
    }

    @Test
    void nothingIsDoneForAnAgentThatIsSuspended() {
        Walk walk = approved();
        play.stage.suspendAgent();
        assertThat(stamp.execute(walk, ACTION).outcome()).isEqualTo(ActionOutcome.REFUSED);
        refusedForGood(walk, EvidenceKind.ACTION_REFUSED);
    }

    @Test
    void nothingIsDoneForAnElementThatWasNeverAssessed() {
        Walk walk = approved();
        assertThat(stamp.execute(walk, "isolate-host").outcome()).isEqualTo(ActionOutcome.REFUSED);
        refusedForGood(walk, EvidenceKind.ACTION_REFUSED);
    }

    private Walk approved() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        stamp.approve(walk.asked(ACTION, 1), 1, "sam", "soc", Instant.now().plusSeconds(600));
        return walk;
    }

    private void refusedForGood(Walk walk, EvidenceKind recorded) {
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(row -> row.kind()).contains(recorded).doesNotContain(EvidenceKind.ACTION_ATTEMPTED,
                EvidenceKind.CREDENTIAL_MINTED);
        walk.untouched(walk.scene().script().first());
    }
}

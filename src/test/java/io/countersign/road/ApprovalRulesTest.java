package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.countersign.action.ActionDigest;
import io.countersign.action.RiskTier;
import io.countersign.approval.ApprovalRequestView;
import io.countersign.approval.Approvals;
import io.countersign.approval.DecideApproval;
import io.countersign.approval.Decision;
import io.countersign.approval.DecisionRefused;
import io.countersign.approval.DecisionRefused.Because;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.testing.CountersignTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may decide, on what, and once only. */
@CountersignTest
class ApprovalRulesTest {

    private static final String HOST = "isolate-host";
    private static final String REASON = "I looked at it and thought it through";

    @Autowired
    Play play;

    @Autowired
    DecideApproval decide;

    @Autowired
    Approvals approvals;

    @ParameterizedTest
    @CsvSource({"ana, needs the role approver", "eli, needs the role approver", "ada, needs the role approver", "noa, Policy asks the teams", "chen, Policy asks the teams",
        "ben, answer for the agent", "nobody, no active account"})
    void whoMayNotDecideIsToldWhyAndIsOnTheRecord(String person, String why) {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked(HOST, 1);
        DecisionRefused refused = refusal(asked, asked.digest(), true, person);
        assertThat(refused.because()).isEqualTo(Because.NOT_ALLOWED);
        assertThat(refused).hasMessageContaining(why).hasMessageContaining("Nothing was decided");
        assertThat(approvals.whyNot(person, asked)).hasValueSatisfying(text -> assertThat(text).contains(why));
        assertThat(approvals.pendingFor(person)).extracting(ApprovalRequestView::id).doesNotContain(asked.id());
        assertThat(play.trail.ofPlaybookRun(walk.run())).filteredOn(row -> row.kind() == EvidenceKind.APPROVAL_DENIED).singleElement()
                .satisfies(row -> assertThat(row.actor()).isEqualTo(Actor.person(person)));
        stillWaits(walk);
    }

    @Test
    void whoStartedTheRunDoesNotApproveIt() {
        Scene scene = play.stage.scene(Script.ISOLATE, RiskTier.APPROVE);
        Walk walk = play.begin(scene, Actor.person("sam"));
        ApprovalRequestView asked = walk.asked(HOST, 1);
        assertThat(refusal(asked, asked.digest(), true, "sam")).hasMessageContaining("You started this");
        play.road.approve(walk.run(), "eva");
        walk.contained(HOST);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void aChangedRequestIsNeitherApprovedNorRefused() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked(HOST, 1);
        ActionDigest other = new ActionDigest("0".repeat(64));
        assertThat(refusal(asked, other, true, "sam").because()).isEqualTo(Because.CHANGED);
        assertThat(refusal(asked, other, false, "sam").because()).isEqualTo(Because.CHANGED);
        stillWaits(walk);
    }

    @Test
    void aDecisionWithoutReasonsIsNotTaken() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked(HOST, 1);
        for (String reason : new String[] {null, "", "ok        ", "x".repeat(2001)}) {
            DecisionRefused refused = catchThrowableOfType(DecisionRefused.class,
                    () -> decide.decide(new Decision(asked.id(), asked.digest(), true, reason, "sam")));
            assertThat(refused.because()).isEqualTo(Because.UNREASONED);
        }
        stillWaits(walk);
    }

    @Test
    void theSecondApprovalNeedsAnotherPersonOfAnotherTeam() {
        Walk walk = play.begin(Script.ISOLATE, RiskTier.DUAL);
        play.road.approve(walk.run(), "eva");
        ApprovalRequestView second = walk.asked(HOST, 2);
        assertThat(refusal(second, second.digest(), true, "eva")).hasMessageContaining("another person");
        assertThat(refusal(second, second.digest(), true, "ivo")).hasMessageContaining("another team");
        walk.untouched(HOST);
        play.road.approve(walk.run(), "sam");
        walk.contained(HOST);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void whatIsDecidedStaysDecided() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        ApprovalRequestView asked = walk.asked("block-address", 1);
        walk.refuse("block-address", 1);
        assertThat(refusal(asked, asked.digest(), true, "noa")).hasMessageContaining("already refused by sam");
        assertThat(refusal(new ApprovalRequestView(UUID.randomUUID(), asked.digest(), asked.incident(), asked.playbookRun(), asked.activity(), asked.task(), 1,
                asked.teams(), asked.excluded(), asked.state(), asked.openedAt(), asked.escalatesAt(), asked.expiresAt(), null), asked.digest(), true, "noa").because())
                .isEqualTo(Because.UNKNOWN);
        walk.endsAs("Nothing contained");
        walk.allBack();
    }

    private DecisionRefused refusal(ApprovalRequestView asked, ActionDigest digest, boolean approved, String person) {
        return catchThrowableOfType(DecisionRefused.class, () -> decide.decide(new Decision(asked.id(), digest, approved, REASON, person)));
    }

    private void stillWaits(Walk walk) {
        walk.asked(HOST, 1);
        walk.untouched(HOST);
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }
}

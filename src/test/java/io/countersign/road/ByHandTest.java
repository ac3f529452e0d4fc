package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.evidence.Actor;
import io.countersign.evidence.EvidenceKind;
import io.countersign.playbook.CompleteTask;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.TaskRefused;
import io.countersign.testing.CountersignTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What no machine may do, a person of the teams that policy names does, with the password once more. */
@CountersignTest
class ByHandTest {

    private static final Map<String, String> DONE = Map.of("result", "DONE", "performed", "Done on the console of the product", "at", Instant.now().toString());

    @Autowired
    Play play;

    @Autowired
    CompleteTask complete;

    @Autowired
    Organisation organisation;

    @AfterEach
    void ceiling() {
        play.stage.ceiling(RiskTier.DUAL);
    }

    @Test
    void onlyAnApproverOfTheTeamsThatPolicyNamesMayDoItAndOnlyWithThePassword() {
        Walk walk = play.begin(Script.CONTAIN, RiskTier.HUMAN_ONLY);
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND);
        assertThat(task.teams()).containsExactlyInAnyOrder("identity", "soc");
        refused(task, "ana", organisation.password("ana"), "lack the role");
        refused(task, "eva", organisation.password("eva"), "you are in edr");
        refused(task, "chen", null, "password once more");
        refused(task, "chen", "not the password", "password once more");
        complete.complete(task.id(), DONE, "chen", organisation.password("chen"));
        refused(task, "sam", organisation.password("sam"), "not waiting any more");
        assertThat(walk.count(EvidenceKind.PERSON_DECIDED, "disable-account")).isEqualTo(1);
        assertThat(play.road.actions(walk.run())).isEmpty();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void whoAskedForAnActionDoesNotCarryItOutByHand() {
        Walk walk = play.begin(play.stage.scene(Script.BLOCK, RiskTier.HUMAN_ONLY), Actor.person("sam"));
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND);
        refused(task, "sam", organisation.password("sam"), "somebody else must carry it out");
        assertThat(walk.count(EvidenceKind.PERSON_DECIDED, "block-address")).isZero();
        play.road.rollBack(walk.run());
        walk.endsAs("Rolled back and observed");
    }

    @Test
    void anAnswerThatDoesNotFitTheFormIsNotTaken() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.HUMAN_ONLY);
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.BY_HAND);
        assertThatThrownBy(() -> complete.complete(task.id(), Map.of("result", "PERHAPS", "performed", "no", "more", "x"), "sam", organisation.password("sam")))
                .isInstanceOfSatisfying(TaskRefused.class, refused -> assertThat(refused.problems()).extracting(TaskRefused.Problem::field)
                        .containsExactlyInAnyOrder("more", "result", "performed", "at"));
        walk.byHand("block-address");
        walk.endsAs("Nothing contained");
    }

    @Test
    void anApprovalIsNotCompletedAsATask() {
        Walk walk = play.begin(Script.BLOCK, RiskTier.APPROVE);
        walk.asked("block-address", 1);
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.APPROVAL);
        refused(task, "sam", organisation.password("sam"), "decided on its own page");
        walk.refuse("block-address", 1);
        walk.endsAs("Nothing contained");
    }

    private void refused(PersonTask task, String person, String password, String why) {
        assertThatThrownBy(() -> complete.complete(task.id(), DONE, person, password)).isInstanceOf(TaskRefused.class).hasMessageContaining(why);
    }
}

package io.countersign.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.RiskTier;
import io.countersign.evidence.EvidenceKind;
import io.countersign.execution.Lease;
import io.countersign.execution.PlaybookRun;
import io.countersign.execution.PlaybookRuns;
import io.countersign.playbook.PersonTask;
import io.countersign.playbook.TaskRefused;
import io.countersign.report.ContainedTarget.Need;
import io.countersign.report.ContainmentBoard;
import io.countersign.report.Inbox;
import io.countersign.report.InboxItem;
import io.countersign.report.Timeline;
import io.countersign.testing.CountersignTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rollback could not take back is on nobody's conscience until a person states what is left: it stays on the board and is asked again. */
@CountersignTest
class FollowUpTest {

    @Autowired
    Play play;

    @Autowired
    PlaybookRuns runs;

    @Autowired
    ContainmentBoard board;

    @Autowired
    Inbox inbox;

    @Autowired
    Timeline timeline;

    private Walk walk;

    @BeforeEach
    void aStrangerChangedWhatWasReleased() {
        walk = play.begin(Script.BLOCK, RiskTier.AUTONOMOUS);
        walk.contained("block-address");
        walk.inForce();
        Ending.drift(walk);
        play.road.release(walk.run());
        play.road.standsAt(walk.run(), "review-on-release");
    }

    @Test
    void whatIsFollowedUpStaysOpenUntilAPersonStatesWhatIsLeft() {
        followUp(9);
        assertThat(runs.find(walk.run()).orElseThrow().state()).isEqualTo(PlaybookRun.State.RUNNING);
        assertThat(walk.heldLeases()).singleElement().satisfies(lease -> assertThat(lease.state()).isEqualTo(Lease.State.DRIFTED));
        assertThat(board.ofRun(walk.run())).singleElement().satisfies(row -> assertThat(row.needs()).contains(Need.DRIFTED).doesNotContain(Need.NOBODY_RELEASES));
        walk.review("RESTORED");
        walk.endsAs("Checked by a person");
        assertThat(walk.heldLeases()).isEmpty();
        assertThat(play.trail.ofPlaybookRun(walk.run())).extracting(row -> row.kind())
                .containsSubsequence(EvidenceKind.PERSON_DECIDED, EvidenceKind.LEASE_KEPT, EvidenceKind.PERSON_DECIDED, EvidenceKind.LEASE_RELEASED);
    }

    @Test
    void itIsSeenInTheInboxAllTheTimeAndAskedAgainOnItsDay() {
        long before = inbox.count("ana");
        followUp(9);
        assertThat(inbox.count("ana")).isEqualTo(before - 1);
        assertThat(items()).singleElement().satisfies(item -> assertThat(item.askAgain()).isEqualTo(day(9).atStartOfDay(ZoneOffset.UTC).toInstant()));
        play.clock.advance(Duration.ofDays(9));
        assertThat(inbox.count("ana")).isGreaterThanOrEqualTo(before);
        walk.review("ACCEPTED");
        walk.endsAs("Checked by a person");
        assertThat(items()).isEmpty();
    }

    @Test
    void whoNamesNoDayIsAskedAgainTomorrow() {
        walk.review("FOLLOW_UP");
        assertThat(items()).singleElement()
                .satisfies(item -> assertThat(item.askAgain()).isBetween(play.clock.instant().plus(Duration.ofHours(23)), play.clock.instant().plus(Duration.ofHours(25))));
    }

    @Test
    void itIsNotPutOffForMoreThanAQuarter() {
        assertThatThrownBy(() -> followUp(91)).isInstanceOf(TaskRefused.class).hasMessageContaining("Ask again on must not be after");
    }

    @Test
    void theHistorySaysWhoFollowsItUp() {
        followUp(9);
        assertThat(timeline.ofRun(walk.run())).anySatisfy(line -> assertThat(line.sentence()).contains("follows up what is left on it; it is asked again on " + day(9).format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH))));
    }

    private void followUp(int days) {
        PersonTask task = play.road.waitingTask(walk.run(), PersonTask.Kind.REVIEW);
        Map<String, String> answer = new HashMap<>(Map.of("checked", "The console of the product", "statement", "FOLLOW_UP", "reason", "Ticket 4711 of the network team"));
        answer.put("again", day(days).toString());
        play.complete(task, answer, "ana");
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(play.clock.instant(), ZoneOffset.UTC).plusDays(days);
    }

    private List<InboxItem> items() {
        return inbox.tasks("ana", true).stream().filter(item -> item.playbookRun().equals(walk.run().value())).toList();
    }
}

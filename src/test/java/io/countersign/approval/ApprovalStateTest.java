package io.countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.ActionDigest;
import io.countersign.evidence.IncidentId;
import io.countersign.evidence.PlaybookRunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovalStateTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

    @ParameterizedTest
    @EnumSource(names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void whatWaitsMayBecomeAnythingOnceAndNothingElseAfterwards(ApprovalState end) {
        ApprovalRequest request = request(List.of("soc"));
        request.move(end);
        for (ApprovalState next : ApprovalState.values()) {
            assertThatThrownBy(() -> request.move(next)).isInstanceOf(IllegalStateException.class).hasMessageContaining("is " + end + " and cannot become " + next);
        }
    }

    @Test
    void whatWaitsDoesNotBeginToWait() {
        assertThatThrownBy(() -> request(List.of("soc")).move(ApprovalState.PENDING)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void timesCountFromTheMomentOfTheQuestion() {
        ApprovalRequestView view = request(List.of("soc")).view();
        assertThat(view.escalatesAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(view.expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void anEscalationAsksMoreTeamsAndNoneTwice() {
        ApprovalRequest request = request(List.of("edr", "soc"));
        request.escalate(List.of("soc", "it-operations"), NOW.plusSeconds(600));
        assertThat(request.view().teams()).containsExactly("edr", "soc", "it-operations");
        assertThat(request.view().escalatedAt()).isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void nobodyToAskNeverMeansEverybody() {
        assertThatThrownBy(() -> request(List.of())).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("at least one team");
    }

    private static ApprovalRequest request(List<String> teams) {
        return new ApprovalRequest(new OpenApproval(UUID.randomUUID(), new ActionDigest("a".repeat(64)), new IncidentId(7), new PlaybookRunId("run-1"),
                "block-address", "task-1", 1, teams, List.of("ben"), Duration.ofMinutes(10), Duration.ofMinutes(30)), NOW);
    }
}

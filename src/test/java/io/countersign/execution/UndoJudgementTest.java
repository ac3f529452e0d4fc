package io.countersign.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connector.TargetState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an undo is called, by what was seen before and after it. The target was on/member before us, off/none is what we made of it. */
class UndoJudgementTest {

    private static final TargetState PRIOR = state("on", "member");
    private static final TargetState EXPECTED = state("off", "none");

    @ParameterizedTest
    @CsvSource(nullValues = "unreadable", value = {
        "off none,   on member,  RESTORED",
        "on member,  on member,  RESTORED",
        "off none,   off none,   UNDO_FAILED",
        "off none,   unreadable, UNDO_FAILED",
        "unreadable, unreadable, UNDO_FAILED",
        "off none,   on none,    PARTIAL",
        "off none,   off member, PARTIAL",
        "off none,   on other,   PARTIAL",
        "off none,   odd other,  DRIFTED",
        "odd none,   odd none,   DRIFTED",
        "on none,    on none,    DRIFTED",
        "off other,  off other,  DRIFTED"})
    void onlyWhatWasSeenCounts(String before, String after, ActionRunState result) {
        assertThat(ActionUndo.judge(PRIOR, EXPECTED, seen(before), seen(after))).isEqualTo(result);
    }

    private static Sighting seen(String text) {
        return new Sighting(Optional.ofNullable(text).map(t -> state(t.split(" ")[0], t.split(" ")[1])), "as the test says");
    }

    private static TargetState state(String enabled, String membership) {
        return TargetState.of(Map.of("enabled", enabled, "membership", membership));
    }
}

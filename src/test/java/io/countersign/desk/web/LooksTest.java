package io.countersign.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.execution.ActionRunState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LooksTest {

    private final Looks looks = new Looks();

    @ParameterizedTest
    @CsvSource({"PT4H, 4 h", "P1D, 1 day", "P7D, 7 days", "PT90M, 1 h 30 min", "PT25H, 1 day 1 h", "PT45S, 45 s", "PT0S, no time"})
    void durationsAreSaidAsPeopleSayThem(Duration duration, String said) {
        assertThat(looks.span(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @EnumSource(ActionRunState.class)
    void onlyWhatWasSeenUndoneWearsTheTick(ActionRunState state) {
        assertThat(looks.effect(state, true).kind().equals("restored")).isEqualTo(state == ActionRunState.RESTORED);
        assertThat(looks.effect(state, true).kind().equals("contained")).isEqualTo(state == ActionRunState.CONFIRMED);
    }

    @Test
    void whatNothingHeldWasNotRestored() {
        assertThat(looks.effect(ActionRunState.RESTORED, false).word()).isEqualTo("Nothing to undo");
    }

    @Test
    void namesOfConstantsAreSaidAsWords() {
        assertThat(looks.word("IN_PROGRESS")).isEqualTo("In progress");
        assertThat(looks.lower("HUMAN_ONLY")).isEqualTo("human only");
        assertThat(looks.seen(null)).isEqualTo("nothing readable");
    }
}

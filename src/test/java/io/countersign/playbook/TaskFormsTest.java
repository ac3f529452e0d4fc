package io.countersign.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.playbook.FormResult.Accepted;
import io.countersign.playbook.FormResult.Problem;
import io.countersign.playbook.FormResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskFormsTest {

    private static final Instant NOW = Instant.parse("2030-03-01T12:00:00Z");

    private final TaskForms forms = new TaskForms(new ObjectMapper(), InstantSource.fixed(NOW));

    @Test
    void aRationaleOfTenCharactersIsAcceptedWithoutTheBlanksAroundIt() {
        assertThat(forms.check(form("approve-containment"), Map.of("rationale", "  ten chars!  ")))
                .isEqualTo(new Accepted(Map.of("rationale", "ten chars!")));
    }

    @ParameterizedTest
    @CsvSource({"'   a     b   ', needs at least 10 characters", "'', is missing", "'             ', is missing"})
    void aRationaleThatSaysNothingIsRefused(String rationale, String why) {
        assertThat(problem(form("approve-containment"), Map.of("rationale", rationale)))
                .satisfies(problem -> assertThat(problem.key()).isEqualTo("rationale"))
                .satisfies(problem -> assertThat(problem.message()).startsWith("Your reasons").contains(why));
    }

    @Test
    void aRationaleMayHaveTwoThousandCharactersAndNotOneMore() {
        assertThat(forms.check(form("approve-containment"), Map.of("rationale", "x".repeat(2000)))).isInstanceOf(Accepted.class);
        assertThat(forms.check(form("approve-containment"), Map.of("rationale", "x".repeat(2001)))).isInstanceOf(Refused.class);
    }

    @Test
    void aValueThatTheFormHasNoFieldForIsRefused() {
        assertThat(problem(form("approve-containment"), Map.of("rationale", "long enough to count", "approved", "true")))
                .isEqualTo(new Problem("approved", "The form has no such field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAYBE", "retry", "RETRY "})
    void aChoiceOutsideTheOptionsIsRefused(String choice) {
        assertThat(problem(form("decide-outcome"), Map.of("next", choice, "reason", "seen on the console")).key()).isEqualTo("next");
    }

    @Test
    void noChoiceAtAllIsRefused() {
        assertThat(problem(form("decide-outcome"), Map.of("reason", "seen on the console"))).isEqualTo(new Problem("next", "How to go on? is missing"));
    }

    @ParameterizedTest
    @CsvSource({"2030-03-01, false", "2030-03-02, true", "2031-03-01, true", "2031-03-02, false", "2029-01-01, false", "tomorrow, false"})
    void aContainmentIsKeptForOneDayToAYear(String until, boolean accepted) {
        assertThat(forms.check(form("keep-containment"), Map.of("until", until, "reason", "the host is not clean yet")) instanceof Accepted)
                .isEqualTo(accepted);
    }

    @Test
    void datesAndMomentsComeBackTyped() {
        assertThat(forms.check(form("keep-containment"), Map.of("until", "2030-04-01", "reason", "the host is not clean yet")))
                .isEqualTo(new Accepted(Map.of("until", LocalDate.parse("2030-04-01"), "reason", "the host is not clean yet")));
        assertThat(forms.check(form("carry-out-by-hand"), Map.of("result", "DONE", "performed", "pulled the plug", "at", "2030-03-01T10:05Z")))
                .isEqualTo(new Accepted(Map.of("result", "DONE", "performed", "pulled the plug", "at", Instant.parse("2030-03-01T10:05:00Z"))));
    }

    @ParameterizedTest
    @CsvSource({"4, true", "4.5, true", "0, false", "11, false", "NaN, false", "1e9999999, false", "'', false"})
    void aNumberStaysWithinItsLimits(String number, boolean accepted) {
        String form = field("number", "\"validate\":{\"required\":true,\"min\":1,\"max\":10}");
        assertThat(forms.check(form, Map.of("it", number)) instanceof Accepted).isEqualTo(accepted);
    }

    @Test
    void numbersAndCheckboxesComeBackTyped() {
        assertThat(forms.check(field("number", "\"validate\":{}"), Map.of("it", 7))).isEqualTo(new Accepted(Map.of("it", new BigDecimal("7"))));
        assertThat(forms.check(field("checkbox", "\"validate\":{}"), Map.of("it", "false"))).isEqualTo(new Accepted(Map.of("it", false)));
    }

    @Test
    void aRequiredCheckboxMustBeTicked() {
        assertThat(problem(field("checkbox", "\"validate\":{\"required\":true}"), Map.of("it", false)).message()).endsWith("must be ticked");
    }

    @ParameterizedTest
    @CsvSource({"INC-7, true", "nothing, false", "'INC-7\u0007', false"})
    void aTextFieldFollowsItsPattern(String text, boolean accepted) {
        String form = field("textfield", "\"validate\":{\"pattern\":\"^INC-[0-9]+$\",\"validationType\":\"custom\"}");
        assertThat(forms.check(form, Map.of("it", text)) instanceof Accepted).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"conditional\":{\"hide\":\"=true\"}", "\"validate\":{\"even\":true}", "\"valuesExpression\":\"=users\"", "\"defaultValue\":\"x\"",
            "\"properties\":{\"something\":\"1\"}", "\"validate\":{\"maxLength\":\"many\"}", "\"validate\":{\"required\":\"yes\"}",
            "\"validate\":{\"validationType\":\"email\"}", "\"validate\":{\"pattern\":\"(\"}"})
    void aRuleThatTheServerCannotCheckRefusesTheForm(String rule) {
        assertThat(problem(field("textfield", rule), Map.of("it", "x")).message()).contains("ask the owner of the playbook to mend it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "filepicker", "expression", "html", ""})
    void aKindOfFieldThatTheServerDoesNotKnowRefusesTheForm(String type) {
        assertThat(forms.check(field(type, "\"validate\":{}"), Map.of())).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "{\"components\":[]}", "{\"components\":{}}", "null"})
    void aFormThatCannotBeReadAcceptsNothing(String form) {
        assertThat(forms.check(form, Map.of())).isInstanceOf(Refused.class);
    }

    @Test
    void aFieldThatStandsInTheFormTwiceRefusesIt() {
        String twice = "{\"components\":[{\"type\":\"textfield\",\"key\":\"it\"},{\"type\":\"checkbox\",\"key\":\"it\"}]}";
        assertThat(forms.check(twice, Map.of("it", "x"))).isInstanceOf(Refused.class);
    }

    private Problem problem(String form, Map<String, ?> submitted) {
        assertThat(forms.check(form, submitted)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems()).hasSize(1));
        return ((Refused) forms.check(form, submitted)).problems().get(0);
    }

    private static String field(String type, String rest) {
        return "{\"components\":[{\"type\":\"" + type + "\",\"key\":\"it\",\"label\":\"It\"," + rest + "}]}";
    }

    private static String form(String id) {
        try {
            return Files.readString(Path.of("forms", id + ".form"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

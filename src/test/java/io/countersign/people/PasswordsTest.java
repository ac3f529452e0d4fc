package io.countersign.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final PeopleSettings settings = new PeopleSettings(5, 30, Duration.ofMinutes(15), Duration.ofMinutes(1), Duration.ofMinutes(15), 10);

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "aaaaaaaaaaaaaaaa", "abababababababab"})
    void weakPasswordsAreRefused(String weak) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewPassword(weak));
    }

    @Test
    void aPasswordThatBcryptWouldCutIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewPassword("žluťoučký kůň ".repeat(5)));
    }

    @Test
    void aPasswordIsHiddenInLogs() {
        assertThat(new NewPassword("correct horse battery")).hasToString("NewPassword[hidden]");
    }

    @Test
    void generatedPasswordsAreGoodEnoughAndDiffer() {
        PasswordGenerator generator = new PasswordGenerator();
        String first = generator.next();
        assertThat(new NewPassword(first).value()).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}").isNotEqualTo(generator.next());
    }

    @Test
    void locksDoubleUpToTheLongest() {
        assertThat(settings.lockAfter(5, 5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.lockAfter(7, 5)).isEqualTo(Duration.ofMinutes(4));
        assertThat(settings.lockAfter(1000, 5)).isEqualTo(Duration.ofMinutes(15));
    }
}

package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @CsvSource({"evil.example, evil.example", "EVIL.Example., evil.example", "bücher.example, xn--bcher-kva.example", "xn--BCHER-kva.example, xn--bcher-kva.example",
            "evil\u3002example, evil.example", "_dmarc.evil.example, _dmarc.evil.example", "a--b.example, a--b.example", "1.2.3.example, 1.2.3.example"})
    void oneNameHasOneForm(String given, String ascii) {
        assertThat(DomainName.of(given).ascii()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com", ".", "evil..example", "*.evil.example", "evil example.org", "evil.example/x", "192.0.2.1", "0x7f.0x1", "-evil.example", "evil-.example",
            "evil.example\nother.example", "evil.example\u2028other.example", "evil.example#x", "a@evil.example", "evil.example.."})
    void whatIsNoNameIsRefused(String given) {
        assertThatThrownBy(() -> DomainName.of(given)).isInstanceOf(TargetUnreadable.class);
    }

    @Test
    void aNameThatTheTwoStandardsReadDifferentlyIsRefused() {
        assertThatThrownBy(() -> DomainName.of("straße.example")).isInstanceOf(TargetUnreadable.class).hasMessageContaining("xn--");
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> DomainName.of("a".repeat(64) + ".example")).isInstanceOf(TargetUnreadable.class);
        assertThatThrownBy(() -> DomainName.of("abc.".repeat(64) + "example")).isInstanceOf(TargetUnreadable.class);
    }
}

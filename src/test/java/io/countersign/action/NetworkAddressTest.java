package io.countersign.action;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {

    @ParameterizedTest
    @CsvSource({"8.8.8.8, 8.8.8.8", "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1", "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", "::, ::", "::1, ::1",
        "1::, 1::", "0:0:1:0:0:0:1:0, 0:0:1::1:0", "::ffff:192.0.2.1, 192.0.2.1", "fe80::1%eth0, fe80::1", "[2001:db8::5], 2001:db8::5",
        "2001:db8::1.2.3.4, 2001:db8::102:304"})
    void literalsHaveOneText(String literal, String canonical) {
        assertThat(NetworkAddress.parse(literal)).map(NetworkAddress::toString).hasValue(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "1.2.3", "1.2.3.4.5", "01.2.3.4", "256.1.1.1", "1.2.3.4.", "dead", "beef.cafe", "1::2::3", "12345::",
        "localhost", "0x7f.1", "<ip>", "1.2.3.4/24"})
    void whatIsNoLiteralIsNeverResolved(String text) {
        assertThat(NetworkAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, true, true", "172.31.255.1, true, true", "192.168.0.1, true, true", "100.64.1.1, true, true", "fd00::1, true, true",
        "127.0.0.1, true, false", "::1, true, false", "169.254.1.1, true, false", "fe80::1, true, false", "224.0.0.251, true, false",
        "255.255.255.255, true, false", "0.0.0.0, true, false", "ff02::1, true, false", "8.8.8.8, false, true", "203.0.113.66, false, true",
        "2001:db8::1, false, true", "172.32.0.1, false, true", "100.128.0.1, false, true"})
    void onlyWhatAnOutsiderCanHaveIsExternal(String literal, boolean internal, boolean unicast) {
        NetworkAddress address = NetworkAddress.parse(literal).orElseThrow();
        assertThat(address.internal()).isEqualTo(internal);
        assertThat(address.unicast()).isEqualTo(unicast);
    }
}

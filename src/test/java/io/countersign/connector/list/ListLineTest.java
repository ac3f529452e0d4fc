package io.countersign.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetUnreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLineTest {

    private static final String SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @CsvSource({"198.51.100.7, 198.51.100.7", "198.51.100.7/32, 198.51.100.7", "198.51.100.77/24, 198.51.100.0/24", "2001:DB8:0:0::1, 2001:db8::1",
            "2001:db8::1/128, 2001:db8::1", "2001:db8:1:2:3::/48, 2001:db8:1::/48", "::ffff:198.51.100.7, 198.51.100.7", "::ffff:198.51.100.7/120, 198.51.100.0/24",
            "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1"})
    void oneAddressHasOneLine(String given, String line) {
        assertThat(line(ListKind.ADDRESS, given).text()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0", "10.0.0.0/7", "::/0", "::ffff:0.0.0.0/96", "010.1.1.1", "1.2.3", "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/-1", "1.2.3.4/08", "1.2.3.4-1.2.3.9", "fe80::1%eth0",
            "evil.example", "1.2.3.4/24/8", "2001:db8::g", "'1.2.3.4 5.6.7.8'"})
    void whatIsNoAddressIsRefused(String given) {
        assertThatThrownBy(() -> line(ListKind.ADDRESS, given)).isInstanceOf(TargetUnreadable.class);
    }

    @ParameterizedTest
    @CsvSource({"https://Evil.Example, evil.example/", "http://evil.example:80/a/../b?q=1#top, evil.example/b?q=1", "https://evil.example:8443/x, evil.example:8443/x",
            "http://paypal.example:secret@evil.example/login, evil.example/login", "evil.example/path, evil.example/path", "evil.example:8080/x, evil.example:8080/x", "http://evil.example./x, evil.example/x",
            "https://bücher.example/ü, xn--bcher-kva.example/%C3%BC", "http://0x7f.1/, 127.0.0.1/", "http://[2001:DB8::1]/x, [2001:db8::1]/x",
            "http://evil.example/*.html, evil.example/%2A.html", "http://evil.example/a^b c, evil.example/a%5Eb%20c", "http://evil.example\\@other.example/, evil.example/@other.example/"})
    void oneUrlHasOneLineWithoutSchemeCredentialsAndWildcards(String given, String line) {
        assertThat(line(ListKind.URL, given).text()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "ftp://evil.example/x", "http://*/", "http://com/", "http:///", "file:///etc/passwd", "mailto:a@evil.example"})
    void whatIsNoUrlOfTheWebIsRefused(String given) {
        assertThatThrownBy(() -> line(ListKind.URL, given)).isInstanceOf(TargetUnreadable.class);
    }

    @Test
    void aHashIsServedBareAndShownWithItsAlgorithm() {
        assertThat(line(ListKind.HASH, SHA256.toUpperCase())).isEqualTo(new ListLine(SHA256, "sha256:" + SHA256));
        assertThat(line(ListKind.HASH, "SHA-256:" + SHA256).text()).isEqualTo(SHA256);
        assertThat(line(ListKind.HASH, "d41d8cd98f00b204e9800998ecf8427e").shown()).startsWith("md5:");
        assertThat(line(ListKind.HASH, "sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709").shown()).startsWith("sha1:");
    }

    @Test
    void aHashOfAnotherLengthThanItSaysIsRefused() {
        assertThatThrownBy(() -> line(ListKind.HASH, "md5:" + SHA256)).isInstanceOf(TargetUnreadable.class).hasMessageContaining("sha256");
        assertThatThrownBy(() -> line(ListKind.HASH, SHA256 + SHA256)).isInstanceOf(TargetUnreadable.class);
        assertThatThrownBy(() -> line(ListKind.HASH, SHA256.replace('e', 'g'))).isInstanceOf(TargetUnreadable.class);
    }

    /** A target has no control characters; Unicode's own line ends are none of them. */
    @ParameterizedTest
    @CsvSource({"ADDRESS, '198.51.100.7\u20280.0.0.0/0'", "DOMAIN, 'evil.example\u2029com'", "URL, 'http://evil.example/\u2028com/'", "URL, 'http://evil.example/%0Acom/'",
            "HASH, 'd41d8cd98f00b204e9800998ecf8427e\u2028'"})
    void noValueIsEverTwoLines(ListKind list, String given) {
        try {
            assertThat(line(list, given).text()).doesNotContainPattern("[^\\x21-\\x7e]");
        } catch (TargetUnreadable refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Test
    void aTargetOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> ListLine.of(ListKind.DOMAIN, new Target(TargetKind.HOST, "evil.example"))).isInstanceOf(TargetUnreadable.class);
    }

    private static ListLine line(ListKind list, String value) {
        return ListLine.of(list, new Target(list.target(), value));
    }
}

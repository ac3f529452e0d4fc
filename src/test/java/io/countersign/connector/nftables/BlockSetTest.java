package io.countersign.connector.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSetTest {

    private static final String RUN = "0b0f2b3e-aaaa-4bbb-8ccc-123456789012";

    @Test
    void everyFormOfAnElementIsUnderstood() {
        BlockSet set = BlockSet.of(listing("""
                "10.0.0.1", {"prefix": {"addr": "198.51.100.0", "len": 24}}, {"range": ["203.0.113.5", "203.0.113.9"]},
                {"elem": {"val": "192.0.2.7", "timeout": 7, "expires": 6, "comment": "countersign %1$s"}},
                {"elem": {"val": {"prefix": {"addr": "192.0.2.128", "len": 25}}, "comment": "by hand"}},
                {"elem": {"val": {"range": ["192.0.2.10", "192.0.2.12"]}, "comment": "countersign %1$s; and more"}}
                """.formatted(RUN)), "blocked4", true);
        assertThat(set.elements()).extracting(Element::text)
                .containsExactly("10.0.0.1", "198.51.100.0/24", "203.0.113.5-203.0.113.9", "192.0.2.7", "192.0.2.128/25", "192.0.2.10-192.0.2.12");
        assertThat(set.elements()).filteredOn(element -> element.mark().isPresent()).extracting(Element::text).containsExactly("192.0.2.7");
        assertThat(set.exactly(block("198.51.100.0/24"))).isPresent();
        assertThat(set.exactly(block("198.51.100.1"))).isEmpty();
        assertThat(set.overlapping(block("198.51.100.1"))).map(Element::text).hasValue("198.51.100.0/24");
        assertThat(set.overlapping(block("203.0.113.0/24"))).map(Element::text).hasValue("203.0.113.5-203.0.113.9");
        assertThat(set.overlapping(block("203.0.113.10"))).isEmpty();
        assertThat(set.overlapping(block("2001:db8::1"))).isEmpty();
    }

    @Test
    void anEmptySetHasNoElements() {
        assertThat(BlockSet.of("{\"nftables\": [{\"metainfo\": {}}, {\"set\": {\"name\": \"blocked4\"}}]}", "blocked4", true).elements()).isEmpty();
    }

    @Test
    void mappedAddressesAreThoseOfIpv6InItsSet() {
        BlockSet set = BlockSet.of(listing("{\"prefix\": {\"addr\": \"::ffff:0.0.0.0\", \"len\": 96}}, \"::ffff:192.0.2.1\"").replace("blocked4", "blocked6"), "blocked6", false);
        assertThat(set.elements()).hasSize(2).allMatch(element -> element.span().bits() == 128);
    }

    /** What is blocked is then not known, which is not the same as nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "{\"concat\": [\"10.0.0.1\", 22]}", "\"example.org\"", "{\"prefix\": {\"addr\": \"10.0.0.0\", \"len\": 33}}", "{\"prefix\": {\"addr\": \"10.0.0.0\"}}",
        "\"2001:db8::1\"", "7"})
    void anElementOfAnotherFormIsNotPassedOver(String element) {
        assertThatThrownBy(() -> BlockSet.of(listing(element), "blocked4", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Error: syntax", "{}", "{\"nftables\": [{\"set\": {\"name\": \"another\"}}]}"})
    void whatIsNoListingOfTheSetIsRefused(String answer) {
        assertThatThrownBy(() -> BlockSet.of(answer, "blocked4", true)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "192.0.2.7/32, 192.0.2.7", "198.51.100.0/24, 198.51.100.0/24", "2001:DB8:0::1, 2001:db8::1", "2001:db8::/048, 2001:db8::/48", "::ffff:192.0.2.1, 192.0.2.1"})
    void aTargetHasOneText(String target, String text) {
        assertThat(Block.parse(target)).map(Block::text).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"198.51.100.7/24", "2001:db8::1/48", "::ffff:192.0.2.0/120", "192.0.2.1/33", "192.0.2.1 ", " 192.0.2.1", "192.0.2.1\n", "fe80::1%eth0", "[::1]", "192.0.2.1/1000", "a.b.c.d",
        "192.0.2.1;id", "٣.0.2.1", "192.0.2.1/٣"})
    void whatIsNoneHasNone(String target) {
        assertThat(Block.parse(target)).isEqualTo(Optional.empty());
    }

    @Test
    void whatAMachineSaysBecomesOneBoundedLine() {
        assertThat(Words.line("Error: no\n\u001b[31m such\tset\r\n  ^^^^^\n\u202e")).isEqualTo("Error: no [31m such set");
        assertThat(Words.line("x".repeat(5000))).hasSizeLessThan(400);
    }

    private static Block block(String text) {
        return Block.parse(text).orElseThrow();
    }

    private static String listing(String elements) {
        return "{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\"}}, {\"set\": {\"family\": \"inet\", \"name\": \"blocked4\", \"elem\": [" + elements + "]}}]}";
    }
}

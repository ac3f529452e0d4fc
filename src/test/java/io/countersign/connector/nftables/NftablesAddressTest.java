package io.countersign.connector.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single IPv4 addresses; and what is blocked, seen by packets of a client behind the firewall. */
class NftablesAddressTest extends NftablesConnectorTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Override
    String fresh(int n) {
        return "10.20." + n / 200 + "." + (n % 200 + 1);
    }

    @Override
    String set() {
        return "blocked4";
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.10, 203.0.113.10, 198.51.100.130", "198.51.100.128/25, 198.51.100.130, 198.51.100.40", "2001:DB8:77:0::10, 2001:db8:77::10, 203.0.113.10",
        "2001:db8:77::10/125, 2001:db8:77::10, 203.0.113.10"})
    void packetsOfTheBlockedDoNotPassUntilItIsTakenBackAndThoseOfOthersDo(String target, String blocked, String other) {
        ConnectorCall call = call(ACTION, subject(target));
        TargetState prior = connector().capture(call);
        assertThat(host().letsIn(blocked)).as("before").isTrue();
        assertThat(act(call)).isInstanceOf(Answer.Accepted.class);
        assertThat(host().letsIn(blocked)).as("blocked").isFalse();
        assertThat(host().letsIn(other)).as("another").isTrue();
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(host().letsIn(blocked)).as("after").isTrue();
    }

    @Test
    void anElementThatOverlapsIsNamedAndNothingIsChanged() {
        add(subject("172.20.0.0/16"), "another's network");
        Stream.of("172.20.1.1", "172.20.0.0/17").forEach(inside -> assertThat(act(call(ACTION, subject(inside))))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("holds 172.20.0.0/16 already")));
        host().nft("add", "element", "inet", "countersign", "blocked4", "{ 172.21.0.5-172.21.0.9 }");
        assertThat(act(call(ACTION, subject("172.21.0.0/24")))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains("holds 172.21.0.5-172.21.0.9 already"));
    }

    /** What stands between our account and nft takes our commands and no others. */
    @ParameterizedTest
    @ValueSource(strings = {"", "id", "nft flush ruleset", "nft list ruleset", "nft -j list ruleset", "nft -j list set inet countersign blocked4; id", "nft -j list set inet countersign blocked4\nid",
        "id\nnft -j list set inet countersign blocked4", "nft -j list set inet other blocked4", "nft -j list set inet countersign blocked4 $(id)", "nft -f /etc/passwd",
        "nft delete element inet countersign blocked4 '{ 172.30.0.1 }'", "nft delete element inet countersign blocked4 '{ 172.30.0.1 comment \"by hand\" }'",
        "nft create element inet countersign blocked4 '{ 172.30.0.2 }'", "nft create element inet countersign blocked4 '{ 172.30.0.2, 172.30.0.3 comment \"countersign " + NOBODY + "\" }'",
        "nft create element inet countersign blocked4 '{ 172.30.0.2 comment \"countersign " + NOBODY + "\" }' '{ 172.30.0.3 }'", "nft add rule inet countersign input accept"})
    void theAllowListLetsNothingElseThrough(String command) {
        assertThat(host().allowList(command).exit()).isEqualTo(77);
    }

    @Test
    void theAllowListRemovesOnlyWhatCarriesTheMarkThatIsNamed() {
        host().nft("add", "element", "inet", "countersign", "blocked4", "{ 172.30.0.1 comment \"countersign " + NOBODY.replace('0', '1') + "\", 172.30.0.2 comment \"by hand\" }");
        for (String address : List.of("172.30.0.1", "172.30.0.2", "172.30.0.3", "172.30.0.0/24")) {
            String command = "nft delete element inet countersign blocked4 '{ " + address + " comment \"countersign " + NOBODY + "\" }'";
            assertThat(host().allowList(command)).isEqualTo(new Shell.Result(3, "countersign-nft: there is no element " + address + " with this mark\n"));
        }
        String ours = "nft delete element inet countersign blocked4 '{ 172.30.0.1 comment \"countersign " + NOBODY.replace('0', '1') + "\" }'";
        assertThat(host().allowList(ours).exit()).isZero();
        assertThat(host().nft("list", "set", "inet", "countersign", "blocked4")).contains("172.30.0.2").doesNotContain("172.30.0.1");
    }

    @Test
    void aSetThatNoRuleLooksAtIsNamed() {
        host().nft("add", "set", "inet", "countersign", "idle4", "{ type ipv4_addr; flags interval, timeout; }");
        host().nft("add", "set", "inet", "countersign", "wrong6", "{ type ipv4_addr; flags timeout; }");
        NftablesSettings usual = settings("shell");
        NftablesSettings other = new NftablesSettings(usual.host(), usual.port(), usual.user(), usual.privateKeyFile(), usual.knownHostsFile(), "countersign", "idle4", "wrong6",
                usual.nativeLease(), 16, 32, usual.connectTimeout(), usual.responseTimeout(), 4);
        assertThat(open(other).check().findings()).anySatisfy(finding -> assertThat(finding).contains("No rule", "idle4", "nothing would be blocked"))
                .anySatisfy(finding -> assertThat(finding).contains("wrong6", "must be of the type ipv6_addr"))
                .anySatisfy(finding -> assertThat(finding).contains("wrong6", "flags interval and timeout"));
        NftablesSettings missing = new NftablesSettings(usual.host(), usual.port(), usual.user(), usual.privateKeyFile(), usual.knownHostsFile(), "nowhere", "idle4", "wrong6",
                usual.nativeLease(), 16, 32, usual.connectTimeout(), usual.responseTimeout(), 4);
        assertThat(open(missing).check().findings()).singleElement().asString().contains("cannot list the table inet nowhere", "there is no such table");
    }
}

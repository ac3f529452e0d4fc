package io.countersign.connector.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.Holding;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the firewall connector with every kind of target, on a real nftables behind a real SSH server. */
abstract class NftablesConnectorTest extends ConnectorContractTest {

    static final String ACTION = "block-address";

    private final List<NftablesConnector> opened = new ArrayList<>();
    private FirewallHost host;
    private NftablesConnector connector;
    private int subjects;

    /** The n-th address or network of its own, in its canonical text. */
    abstract String fresh(int n);

    abstract String set();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        host = FirewallHost.start(folder);
        connector = open(settings("countersign"));
    }

    @AfterAll
    void stop() {
        opened.forEach(NftablesConnector::close);
        if (host != null) {
            host.close();
        }
    }

    final FirewallHost host() {
        return host;
    }

    final NftablesConnector open(NftablesSettings settings) {
        return open(settings, ClaimsForTests.redeemingWith(credentials));
    }

    final NftablesConnector open(NftablesSettings settings, CallClaims claims) {
        NftablesConnector made = NftablesConfiguration.connector(settings, claims, credentials);
        opened.add(made);
        return made;
    }

    final NftablesSettings settings(String key) {
        return settings(host.key(key), host.knownHosts(), Duration.ofDays(366));
    }

    final NftablesSettings settings(Path key, Path knownHosts, Duration lease) {
        return new NftablesSettings(host.address(), FirewallHost.PORT, "root", key, knownHosts, "countersign", "blocked4", "blocked6", lease, 16, 32,
                Duration.ofSeconds(10), Duration.ofSeconds(20), 4);
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Stream<String> reversibleActions() {
        return Stream.of(ACTION);
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        return subject(fresh(subjects++));
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        return new Target(TargetKind.ADDRESS, "fe80::1");
    }

    /** All that both sets hold, and how: of nothing but the time that is left an element says another thing each time. */
    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        Map<String, String> all = new TreeMap<>();
        Stream.of("blocked4", "blocked6").forEach(name -> elements(name).forEach(element -> all.put(name + " " + (element.has("elem") ? element.path("elem").path("val") : element),
                element.path("elem").path("comment").asText() + " " + element.path("elem").path("timeout"))));
        return all;
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        Map<String, String> before = everythingAbout(subject);
        add(aFreshSubject(ACTION), "another's");
        Map<String, String> after = everythingAbout(subject);
        after.keySet().removeAll(before.keySet());
        return after;
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        add(subject, "by hand");
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        host.nft("delete", "element", "inet", "countersign", set(), "{ " + subject.target().value() + " }");
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(open(settings("reader")), "The account root cannot add an element to the set blocked4, exit code 1: not you");
    }

    @Test
    void anElementOfOursSaysWhoseItIsAndHowLongItStaysAtTheMost() {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        act(call);
        assertThat(elements(set())).anySatisfy(element -> {
            assertThat(element.path("elem").path("comment").asText()).isEqualTo("countersign " + call.actionRun());
            assertThat(element.path("elem").path("timeout").asLong()).isEqualTo(366L * 24 * 60 * 60);
        });
    }

    @Test
    void aStrangersElementThatCameInsteadOfOursStays() {
        Subject subject = aFreshSubject(ACTION);
        ConnectorCall call = call(ACTION, subject);
        TargetState prior = connector().capture(call);
        act(call);
        strangerTakesItBack(ACTION, subject);
        strangerDoesTheSame(ACTION, subject);
        Map<String, String> theirs = everythingAbout(subject);
        assertThat(undo(call, prior)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("Somebody else"));
        assertThat(everythingAbout(subject)).isEqualTo(theirs);
        assertThat(connector().enumerate().orElseThrow()).noneMatch(holding -> holding.target().equals(subject.target()));
    }

    /** Claiming stands between looking and sending: what a stranger does there must make the firewall itself refuse. */
    @Test
    void aChangeBetweenLookingAndSendingIsNotOverrun() {
        Subject subject = aFreshSubject(ACTION);
        Connector overtaken = open(settings("countersign"),
                ClaimsForTests.heldUp(ClaimsForTests.redeemingWith(credentials), () -> strangerDoesTheSame(ACTION, subject), () -> { }));
        ConnectorCall call = call(ACTION, subject);
        assertThat(overtaken.act(call, credential(Verb.ACT, call)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("somebody added it at the same time"));
    }

    @Test
    void anUndoDoesNotSayRestoredWhileAnOrderMayStillArrive() {
        Subject subject = aFreshSubject(ACTION);
        ConnectorCall call = call(ACTION, subject);
        TargetState prior = connector().capture(call);
        Connector paused = open(settings("countersign"), ClaimsForTests.heldUp(ClaimsForTests.redeemingWith(credentials), () -> { },
                () -> assertThat(undo(call, prior)).isInstanceOf(Answer.Lost.class)));
        assertThat(paused.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Accepted.class);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(connector().capture(call)).isEqualTo(prior);
    }

    @Test
    void aConnectionThatEndsWhileLookingIsMadeAgainAndOneThatEndsInMidOrderLeavesTheAnswerLost() {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        Connector dying = open(settings("dying"));
        assertThat(dying.capture(call)).isEqualTo(TargetState.of("blocked", "false"));
        assertThat(dying.act(call, credential(Verb.ACT, call)))
                .isInstanceOfSatisfying(Answer.Lost.class, lost -> assertThat(lost.reason()).contains("the connection ended before the answer"));
        assertThat(dying.capture(call)).as("over a new connection").isEqualTo(TargetState.of("blocked", "false"));
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsLost() {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        NftablesSettings usual = settings("slow");
        Connector slow = open(new NftablesSettings(usual.host(), usual.port(), usual.user(), usual.privateKeyFile(), usual.knownHostsFile(), usual.table(), usual.setIpv4(), usual.setIpv6(),
                usual.nativeLease(), 16, 32, usual.connectTimeout(), Duration.ofSeconds(5), 4));
        assertThat(slow.act(call, credential(Verb.ACT, call))).isInstanceOfSatisfying(Answer.Lost.class, lost -> assertThat(lost.reason()).contains("no answer within 5 s"));
        assertThat(slow.act(call, credential(Verb.ACT, call))).as("never a second time").isInstanceOf(Answer.Lost.class);
    }

    @Test
    void whatTheFirewallDroppedByItselfNeedsNoUndo() {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        NftablesConnector shortly = open(settings(host.key("countersign"), host.knownHosts(), Duration.ofSeconds(1)));
        TargetState prior = shortly.capture(call);
        shortly.act(call, credential(Verb.ACT, call));
        await().atMost(Duration.ofSeconds(20)).until(() -> shortly.capture(call).equals(prior));
        assertThat(shortly.undo(call, prior, credential(Verb.UNDO, call))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aPlainShellUnderstandsTheSameCommands() {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        NftablesConnector plain = open(settings(host.key("shell"), host.knownHosts(), Duration.ZERO));
        assertThat(plain.check().findings()).isEmpty();
        TargetState prior = plain.capture(call);
        assertThat(plain.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Accepted.class);
        assertThat(plain.undo(call, prior, credential(Verb.UNDO, call))).isInstanceOf(Answer.Accepted.class);
        assertThat(plain.capture(call)).isEqualTo(prior);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1; reboot", "192.0.2.1' }'", "$(id)", "`id`", "192.0.2.1 }", "0.0.0.0/0", "::/0", "192.0.2.1/24", "10.0.0.0/8", "127.0.0.1", "224.0.0.1", "fe80::1%eth0",
        "[2001:db8::1]", "192.0.2.1/33", "2001:db8::/129", "192.0.2.1-192.0.2.9", "example.org", "192.0.2.1,192.0.2.2", "@blocked4", "1", "2001:db8::/8", "192.0.2.1/-1", "192.0.2.1/"})
    void whatIsNoAddressToBlockIsRefused(String value) {
        Subject subject = subject(value);
        Map<String, String> before = everythingAbout(subject);
        assertThatThrownBy(() -> connector().capture(call(ACTION, subject))).isInstanceOf(TargetUnreadable.class);
        assertThat(act(call(ACTION, subject))).isInstanceOf(Answer.Refused.class);
        assertThat(everythingAbout(subject)).isEqualTo(before);
    }

    @Test
    void onlyAnAddressIsActedOn() {
        assertThat(act(call(ACTION, new Subject(new Target(TargetKind.HOST, "203.0.113.77"), Map.of())))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void theWayToTheFirewallIsNeverBlocked() {
        Stream.of(host.address(), host.address().replaceFirst("\\d+$", "0") + "/24").forEach(way -> assertThat(act(call(ACTION, subject(way))))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("no way back")));
    }

    @Test
    void anUnknownHostKeyIsRefused() throws IOException {
        Path others = Files.writeString(host.key("others-known-hosts"), "[" + host.address() + "]:" + FirewallHost.PORT + " " + Files.readString(host.key("stranger.pub")));
        assertUnusable(settings(host.key("countersign"), others, Duration.ZERO), "its host key is not the one in known-hosts-file");
        assertThat(others).as("nothing was learned").content().doesNotContain("host-ed25519");
    }

    @Test
    void aFirewallThatIsAwayIsNamedAndNothingIsSent() throws IOException {
        NftablesSettings usual = settings("countersign");
        Path known = Files.writeString(host.key("known-hosts-of-nobody"), "[" + host.address() + "]:1 " + Files.readString(host.key("host-ed25519.pub")));
        assertUnusable(new NftablesSettings(usual.host(), 1, usual.user(), usual.privateKeyFile(), known, usual.table(), usual.setIpv4(), usual.setIpv6(), usual.nativeLease(), 16, 32,
                usual.connectTimeout(), usual.responseTimeout(), 4), "it cannot be reached by SSH");
    }

    @Test
    void manyAtOnceShareOneConnection() {
        List<ConnectorCall> calls = Stream.generate(() -> call(ACTION, aFreshSubject(ACTION))).limit(8).toList();
        List<CompletableFuture<Answer>> answers = calls.stream().map(call -> CompletableFuture.supplyAsync(() -> act(call))).toList();
        assertThat(answers).extracting(CompletableFuture::join).hasSize(8).allMatch(Answer.Accepted.class::isInstance);
        assertThat(connector().enumerate().orElseThrow()).extracting(Holding::actionRun).containsAll(calls.stream().map(ConnectorCall::actionRun).toList());
    }

    @Test
    void aKeyThatIsNotLetInIsNamed() {
        assertUnusable(settings("stranger"), "it does not let the account in with this key");
    }

    private void assertUnusable(NftablesSettings settings, String why) {
        ConnectorCall call = call(ACTION, aFreshSubject(ACTION));
        Connector refused = open(settings);
        assertThatThrownBy(() -> refused.capture(call)).isInstanceOf(TargetUnreadable.class).hasMessageContaining(why);
        assertThat(refused.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Refused.class);
        assertThat(refused.check().findings()).singleElement().asString().contains(why);
    }

    final void add(Subject subject, String comment) {
        host.nft("add", "element", "inet", "countersign", set(), "{ " + subject.target().value() + " comment \"" + comment + "\" }");
    }

    static Subject subject(String address) {
        return new Subject(new Target(TargetKind.ADDRESS, address), Map.of());
    }

    private List<JsonNode> elements(String name) {
        try {
            List<JsonNode> elements = new ArrayList<>();
            new ObjectMapper().readTree(host.nft("-j", "list", "set", "inet", "countersign", name)).findPath("elem").forEach(elements::add);
            return elements;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

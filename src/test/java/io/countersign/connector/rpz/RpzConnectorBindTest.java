package io.countersign.connector.rpz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.DomainName;
import io.countersign.connector.Holding;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** On a real BIND that is primary and resolver at once. */
class RpzConnectorBindTest extends RpzConnectorTest {

    private Named named;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        named = Named.start(folder, 0);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (named != null) {
            named.close();
        }
    }

    @Override
    RpzSettings settings(String key) throws IOException {
        return named.settings(key, named.address());
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(open(Named.READER), "may not update the zone");
    }

    @Test
    void aBlockedDomainAndAllBeneathItDoNotExistForClientsUntilItIsTakenBack() throws Exception {
        Subject subject = aFreshSubject("block-domain");
        ConnectorCall call = call("block-domain", subject);
        String name = domain(subject).ascii();
        assertThat(rcode(name)).isEqualTo(Rcode.NOERROR);
        TargetState prior = connector().capture(call);
        act(call);
        assertThat(rcode(name)).isEqualTo(Rcode.NXDOMAIN);
        assertThat(rcode("a.b." + name)).isEqualTo(Rcode.NXDOMAIN);
        assertThat(rcode(call.actionRun().value() + "._countersign." + name)).as("the mark is no hole").isEqualTo(Rcode.NXDOMAIN);
        undo(call, prior);
        assertThat(rcode(name)).isEqualTo(Rcode.NOERROR);
        assertThat(rcode("a.b." + name)).isEqualTo(Rcode.NOERROR);
    }

    @Test
    void aDomainThatDoesNotExistIsNotTakenForABlockedOne() {
        ConnectorCall call = call("block-domain", new Subject(new Target(TargetKind.DOMAIN, "taken-down.nowhere"), Map.of()));
        TargetState prior = connector().capture(call);
        assertThat(prior.attributes()).containsEntry("answer", "not blocked");
        act(call);
        assertThat(connector().capture(call).attributes()).containsEntry("answer", "blocked");
        undo(call, prior);
        assertThat(connector().capture(call)).isEqualTo(prior);
    }

    @Test
    void whatItHoldsIsNamedAsTheIncidentNamedIt() {
        Subject subject = aFreshSubject("block-domain");
        act(call("block-domain", subject));
        assertThat(real().enumerate().orElseThrow()).filteredOn(held -> held.target().equals(subject.target())).singleElement()
                .extracting(Holding::actionRun).isEqualTo(call("block-domain", subject).actionRun());
        strangerTakesItBack("block-domain", subject);
        assertThat(real().enumerate().orElseThrow()).as("its mark alone holds nothing").noneMatch(held -> held.target().equals(subject.target()));
    }

    @Test
    void anotherPolicyForTheDomainIsLeftAlone() {
        Subject subject = aFreshSubject("block-domain");
        stranger().blockBeneath(domain(subject));
        var theirs = everythingAbout(subject);
        assertThat(real().act(call("block-domain", subject), credential(Verb.ACT, call("block-domain", subject)))).isInstanceOf(Answer.Refused.class);
        assertThat(everythingAbout(subject)).isEqualTo(theirs);
    }

    /** Under a stranger's wider block a plain query of the zone would be answered from its wildcard. */
    @Test
    void aWiderBlockIsNoEntryForTheDomain() throws Exception {
        Subject wide = aFreshSubject("block-domain");
        strangerDoesTheSame("block-domain", wide);
        PolicyZone.Entry narrow = ZONE.entry(DomainName.of("www." + domain(wide)));
        assertThat(new Primary(settings(Named.KEY), ZONE, KeyFile.read(settings(Named.KEY))).look(narrow)).isEqualTo(Primary.Standing.NONE);
    }

    @Test
    void anEntryThatSomebodyMadeAnewIsNotTakenForOurs() {
        Subject subject = aFreshSubject("block-domain");
        ConnectorCall call = call("block-domain", subject);
        act(call);
        stranger().free(domain(subject));
        stranger().remove(ZONE.mark(call.actionRun()));
        strangerDoesTheSame("block-domain", subject);
        assertThat(undo(call, connector().capture(call))).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("not this run's"));
        assertThat(connector().capture(call).attributes()).containsEntry("answer", "blocked");
    }

    @Test
    void somebodyWhoComesInBetweenLookAndUpdateIsNotOverwritten() throws Exception {
        Subject subject = aFreshSubject("block-domain");
        ConnectorCall call = call("block-domain", subject);
        RpzConnector late = RpzConfiguration.connector(settings(Named.KEY),
                ClaimsForTests.heldUp(ClaimsForTests.redeemingWith(credentials), () -> stranger().allow(domain(subject)), () -> stranger().blockBeneath(domain(subject))), credentials);
        assertThat(late.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Refused.class);
        assertThat(everythingAbout(subject)).hasSize(2);
    }

    @Test
    void aKeyThatMayNotUpdateIsRefusedInPlainWords() {
        Subject subject = aFreshSubject("block-domain");
        ConnectorCall call = call("block-domain", subject);
        assertThat(open(Named.READER).act(call, credential(Verb.ACT, call))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains("does not let the key reader update"));
    }

    @Test
    void anAnswerThatIsNotSignedWithTheKeyIsNotBelieved() {
        RpzConnector wrong = open("unknown");
        assertThat(wrong.check().usable()).isFalse();
        assertThat(wrong.check().findings()).anySatisfy(finding -> assertThat(finding).contains("not signed with the key", "clocks"));
        ConnectorCall call = call("block-domain", aFreshSubject("block-domain"));
        assertThat(wrong.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void aPrimaryThatIsDownRefusesAndOneThatFallsSilentLosesTheAnswer() throws Exception {
        RpzSettings down = named.settings("127.0.0.1:" + Named.freePort(), Named.KEY, named.address());
        ConnectorCall call = call("block-domain", aFreshSubject("block-domain"));
        PolicyZone.Entry entry = ZONE.entry(domain(aFreshSubject("block-domain")));
        Primary unreachable = new Primary(down, ZONE, KeyFile.read(down));
        assertThat(unreachable.send(ZONE.add(entry, call), () -> false)).isInstanceOf(Answer.Refused.class);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RpzSettings mute = new RpzSettings("127.0.0.1:" + silent.getLocalPort(), Named.ZONE, Named.KEY, "hmac-sha256", down.keyFile(), named.address(),
                    Duration.ofSeconds(1), Duration.ofMillis(200));
            Primary falls = new Primary(mute, ZONE, KeyFile.read(mute));
            assertThat(falls.send(ZONE.add(entry, call), () -> true)).as("held up for too long").isInstanceOf(Answer.Refused.class);
            assertThat(falls.send(ZONE.add(entry, call), () -> false)).isInstanceOf(Answer.Lost.class);
            assertThatThrownBy(() -> falls.look(entry)).isInstanceOf(TargetUnreadable.class);
        }
    }

    @Test
    void theSelfCheckNamesAResolverThatDoesNotUseTheZone(@TempDir Path folder) throws Exception {
        try (Named another = Named.start(folder, 0)) {
            new RpzStranger(another.settings(Named.STRANGER, another.address())).remove(ZONE.inside(RpzCheck.PROBE));
            RpzSettings unused = named.settings(Named.KEY, another.address());
            await().atMost(Duration.ofSeconds(20)).until(() -> !new Resolver(unused, ZONE).usesTheZone());
            assertThat(check(unused).usable()).isFalse();
            assertThat(check(unused).findings()).singleElement().asString().contains("does not use the zone");
        }
    }

    @Test
    void theSelfCheckNamesAResolverThatIsAway() throws Exception {
        RpzSettings away = named.settings(Named.KEY, "127.0.0.1:" + Named.freePort());
        assertThat(check(away).findings()).anySatisfy(finding -> assertThat(finding).startsWith("The resolver").contains("gave no answer"));
    }

    private SelfCheck check(RpzSettings settings) {
        return RpzConfiguration.connector(settings, ClaimsForTests.redeemingWith(credentials), credentials).check();
    }

    private int rcode(String name) throws IOException {
        try (DnsConnection client = DnsConnection.open(named.address(), null, Duration.ofSeconds(1), Duration.ofSeconds(5))) {
            return client.ask(Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), Type.A, DClass.IN))).getRcode();
        }
    }
}

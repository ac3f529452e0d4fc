package io.countersign.connector.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.action.Target;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.SelfCheck;
import io.countersign.connector.TargetState;
import io.countersign.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class ListConnectorTest extends ConnectorContractTest {

    private static final String CONSUMER = "fw-" + UUID.randomUUID().toString().substring(0, 12);

    private final InstantSource clock = InstantSource.system();
    private final Connector connector = Lists.connector(Lists.DEFAULTS, credentials, clock);

    @BeforeAll
    void aConsumerThatPullsEveryList() {
        TestDatabase.jdbcClient().sql("insert into list_consumer (name, token_sha256, created_at) values (?, decode(repeat(md5(?), 2), 'hex'), now())")
                .params(CONSUMER, CONSUMER).update();
        Stream.of(ListKind.values()).forEach(this::pull);
    }

    @Override
    protected Connector connector() {
        return connector;
    }

    @Override
    protected Stream<String> reversibleActions() {
        return connector.actionTypes().stream();
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        String random = UUID.randomUUID().toString().replace("-", "");
        ListKind list = list(actionType);
        String value = switch (list) {
            case ADDRESS -> "2001:DB8:" + random.substring(0, 4) + ":" + random.substring(4, 8) + "::" + random.substring(8, 12);
            case DOMAIN -> "Evil-" + random + ".example.";
            case URL -> "https://user:secret@evil.example/" + random + "#top";
            case HASH -> "MD5:" + random.toUpperCase();
        };
        return new Subject(new Target(list.target(), value), Map.of());
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        return new Target(list(actionType).target(), "not an entry");
    }

    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        return Lists.owners(list(subject), subject.target());
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        String other = text(subject) + "0";
        Lists.byHand(list(subject), other);
        return Map.of(other + " of ada", "listed");
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        Lists.byHand(list(actionType), text(subject));
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        Lists.clear(list(actionType), text(subject));
    }

    @Override
    protected Broken aBrokenConnector() {
        InstantSource later = () -> clock.instant().plus(Duration.ofMinutes(16));
        return new Broken(Lists.connector(Lists.DEFAULTS, credentials, later), "Nobody pulled the list 'address'");
    }

    @Test
    @Override
    protected void theSelfCheckSaysUsable() {
        SelfCheck check = connector.check();
        assertThat(check.usable()).isTrue();
        assertThat(check.findings()).anySatisfy(finding -> assertThat(finding).startsWith(CONSUMER + " pulled the list 'hash' last at "));
    }

    @Test
    void onlyAListThatAnActionIsRoutedToHasToBePulled() {
        InstantSource later = () -> clock.instant().plus(Duration.ofMinutes(16));
        assertThat(Lists.connector(Lists.DEFAULTS, credentials, later, Map.of("block-hash", "external-list")).check().findings())
                .anyMatch(finding -> finding.startsWith("Nobody pulled the list 'hash'")).noneMatch(finding -> finding.startsWith("Nobody pulled the list 'url'"));
    }

    @Test
    void anEntryIsServedOnceForAllItsOwnersAndLeavesWithTheLast() {
        Subject subject = aFreshSubject("block-domain");
        ConnectorCall call = call("block-domain", subject);
        TargetState prior = connector.capture(call);
        act(call);
        strangerDoesTheSame("block-domain", subject);
        assertThat(lines(ListKind.DOMAIN)).containsOnlyOnce(text(subject));
        assertThat(undo(call, prior)).isInstanceOfSatisfying(Answer.Accepted.class, accepted -> assertThat(accepted.detail()).contains("for the sake of others"));
        assertThat(lines(ListKind.DOMAIN)).contains(text(subject));
        strangerTakesItBack("block-domain", subject);
        assertThat(lines(ListKind.DOMAIN)).doesNotContain(text(subject));
    }

    @Test
    void anOrderThatComesAfterItsUndoIsRefused() {
        Subject subject = aFreshSubject("block-url");
        ConnectorCall call = call("block-url", subject);
        TargetState prior = connector.capture(call);
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(act(call)).isInstanceOf(Answer.Refused.class);
        assertThat(connector.capture(call)).isEqualTo(prior);
    }

    @Test
    void aFullListRefusesWhatIsNewAndSaysSo() {
        ListSettings small = new ListSettings(true, 1, Duration.ofDays(90), Duration.ofMinutes(15), ListSettings.Effective.LISTED);
        Lists.byHand(ListKind.HASH, text(aFreshSubject("block-hash")));
        ConnectorCall call = call("block-hash", aFreshSubject("block-hash"));
        Connector full = Lists.connector(small, credentials, clock);
        assertThat(full.act(call, credential(Verb.ACT, call))).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("max-entries"));
        assertThat(full.capture(call).attributes()).containsEntry("listed", "no");
        assertThat(full.check().findings()).contains("The list 'hash' is full");
    }

    @Test
    void anEntryIsNotServedForEver() {
        ListSettings short_ = new ListSettings(true, 100_000, Duration.ofHours(1), Duration.ofMinutes(15), ListSettings.Effective.LISTED);
        ConnectorCall call = call("block-address", aFreshSubject("block-address"));
        Lists.connector(short_, credentials, clock).act(call, credential(Verb.ACT, call));
        Instant end = clock.instant().plus(Duration.ofHours(1));
        assertThat(Lists.connector(short_, credentials, () -> end.minusSeconds(60)).capture(call).attributes()).containsEntry("listed", "yes");
        assertThat(Lists.connector(short_, credentials, () -> end.plusSeconds(60)).capture(call).attributes()).containsEntry("listed", "no");
        ServedList before = Lists.served(() -> end.minusSeconds(60)).read(ListKind.ADDRESS);
        ServedList after = Lists.served(() -> end.plusSeconds(60)).read(ListKind.ADDRESS);
        assertThat(after.etag()).isNotEqualTo(before.etag());
        assertThat(after.changedAt()).isAfter(before.changedAt());
    }

    @Test
    void whereAPullCountsAnEntryIsInEffectFromItsFirstPullToThePullAfterItWasTakenOff() {
        ListSettings pulled = new ListSettings(true, 100_000, Duration.ofDays(90), Duration.ofMinutes(15), ListSettings.Effective.PULLED);
        Connector lists = Lists.connector(pulled, credentials, clock);
        ConnectorCall call = call("block-domain", aFreshSubject("block-domain"));
        TargetState prior = lists.capture(call);
        lists.act(call, credential(Verb.ACT, call));
        assertThat(lists.capture(call)).as("on the list, and nobody pulled it yet").isEqualTo(prior);
        pull(ListKind.URL);
        assertThat(lists.capture(call)).as("another list was pulled").isEqualTo(prior);
        pull(ListKind.DOMAIN);
        assertThat(lists.capture(call)).isEqualTo(lists.expected(call, prior)).isNotEqualTo(prior);
        assertThat(lists.undo(call, prior, credential(Verb.UNDO, call))).isInstanceOf(Answer.Accepted.class);
        assertThat(lists.capture(call)).as("off the list, and still at the consumer").isEqualTo(lists.expected(call, prior));
        pull(ListKind.DOMAIN);
        assertThat(lists.capture(call)).isEqualTo(prior);
    }

    @Test
    void theTableItselfRefusesTwoLinesAndARewrittenEntry() {
        assertThatThrownBy(() -> Lists.byHand(ListKind.URL, "evil.example/\nother.example/")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> Lists.byHand(ListKind.DOMAIN, "Evil.example")).isInstanceOf(DataAccessException.class);
        String value = text(aFreshSubject("block-domain"));
        Lists.byHand(ListKind.DOMAIN, value);
        assertThatThrownBy(() -> TestDatabase.jdbcClient().sql("update list_entry set value = 'other.example' where value = ?").param(value).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> TestDatabase.jdbcClient().sql("delete from list_entry where value = ?").param(value).update()).isInstanceOf(DataAccessException.class);
    }

    private void pull(ListKind list) {
        ServedLists served = Lists.served(clock);
        TestDatabase.transactions().execute(status -> served.pull(list, new ListConsumer(CONSUMER, clock.instant(), null)));
    }

    private Stream<String> lines(ListKind list) {
        return Lists.served(clock).read(list).text().lines();
    }

    private static ListKind list(String actionType) {
        return ListKind.ofAction(actionType).orElseThrow();
    }

    private static ListKind list(Subject subject) {
        return Stream.of(ListKind.values()).filter(list -> list.target() == subject.target().kind()).findFirst().orElseThrow();
    }

    private static String text(Subject subject) {
        return ListLine.of(list(subject), subject.target()).text();
    }
}

package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.CallClaims;
import io.countersign.connector.ClaimsForTests;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.ConnectorContractTest;
import io.countersign.connector.TargetState;
import io.countersign.connector.TargetUnreadable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the directory connector with every flavour and server. */
abstract class LdapConnectorTest extends ConnectorContractTest {

    static final String BASE = "dc=example,dc=org";
    static final String PEOPLE = "ou=people," + BASE;
    static final String GROUPS = "ou=groups," + BASE;
    static final String COUNTERSIGN = "uid=countersign," + PEOPLE;
    static final String PASSWORD = "a-password-of-the-test";

    private final List<LdapConnector> opened = new ArrayList<>();
    private LdapConnector connector;

    /** The directory past the connector, with every right. */
    abstract LDAPInterface admin();

    abstract LdapSettings settings();

    /** @param name also the password of the account, where the server checks any */
    abstract Entry anAccount(String name);

    abstract Modification disabling();

    abstract Modification enabling();

    abstract String lockAttribute();

    LdapConnector open(LdapSettings settings, CallClaims claims) {
        LdapConnector made = LdapConfiguration.connector(settings, claims, credentials);
        opened.add(made);
        return made;
    }

    LdapConnector open(LdapSettings settings) {
        return open(settings, ClaimsForTests.redeemingWith(credentials));
    }

    @Override
    @Test
    protected void theSelfCheckSaysUsable() {
        aFreshSubject("disable-account");
        super.theSelfCheckSaysUsable();
    }

    @AfterAll
    void closeConnections() {
        opened.forEach(LdapConnector::close);
    }

    @Override
    protected Connector connector() {
        if (connector == null) {
            connector = open(settings());
        }
        return connector;
    }

    @Override
    protected Stream<String> reversibleActions() {
        return Stream.of("disable-account", "remove-from-group");
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        String name = "u" + UUID.randomUUID();
        add(anAccount(name));
        add(new Entry("cn=" + groupOf(name) + "," + GROUPS, List.of(
                new Attribute("objectClass", "top", "groupOfNames"),
                new Attribute("cn", groupOf(name)),
                new Attribute("member", dn(name), COUNTERSIGN))));
        return new Subject(new Target(TargetKind.ACCOUNT, name), Map.of("group", groupOf(name)));
    }

    @Override
    protected Target anUnknownTarget(String actionType) {
        return new Target(TargetKind.ACCOUNT, "nobody-" + UUID.randomUUID());
    }

    @Override
    protected Map<String, String> everythingAbout(Subject subject) {
        Map<String, String> all = new TreeMap<>();
        Stream.of(dn(subject), groupDn(subject)).forEach(dn -> read(dn).getAttributes().stream().filter(LdapConnectorTest::isContent).forEach(attribute ->
                all.put(dn + " " + attribute.getName(), Arrays.stream(attribute.getValues()).sorted().toList().toString())));
        return all;
    }

    /** Not the server's own record of when and by whom. */
    private static boolean isContent(Attribute attribute) {
        return !Set.of("modifytimestamp", "modifiersname").contains(attribute.getName().toLowerCase(Locale.ROOT));
    }

    @Override
    protected Map<String, String> strangerChangesSomethingElse(Subject subject) {
        modify(dn(subject), new Modification(ModificationType.REPLACE, "description", "seen by a stranger"));
        modify(groupDn(subject), new Modification(ModificationType.REPLACE, "description", "seen by a stranger"));
        return Map.of(dn(subject) + " description", "[seen by a stranger]", groupDn(subject) + " description", "[seen by a stranger]");
    }

    @Override
    protected void strangerDoesTheSame(String actionType, Subject subject) {
        if (actionType.equals("disable-account")) {
            modify(dn(subject), disabling());
        } else {
            modify(groupDn(subject), new Modification(ModificationType.DELETE, "member", dn(subject)));
        }
    }

    @Override
    protected void strangerTakesItBack(String actionType, Subject subject) {
        if (actionType.equals("disable-account")) {
            modify(dn(subject), enabling());
        } else {
            modify(groupDn(subject), new Modification(ModificationType.ADD, "member", dn(subject)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "u*", "u)(uid=*", "\\2a", "OTHER\\jdoe"})
    void aNameIsTakenLiterally(String name) {
        aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", new Subject(new Target(TargetKind.ACCOUNT, name), Map.of()));
        assertThatThrownBy(() -> connector().capture(call)).isInstanceOf(TargetUnreadable.class);
    }

    @Test
    void onlyAnAccountIsActedOn() {
        String name = aFreshSubject("disable-account").target().value();
        ConnectorCall call = call("disable-account", new Subject(new Target(TargetKind.HOST, name), Map.of()));
        assertThat(act(call)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void theAccountThatCountersignUsesIsNeverTouched() {
        ConnectorCall call = call("disable-account", new Subject(new Target(TargetKind.ACCOUNT, "countersign"), Map.of()));
        assertThat(act(call)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("itself uses"));
    }

    @Test
    void aGroupMayBeNamedByItsDn() {
        Subject subject = aFreshSubject("remove-from-group");
        ConnectorCall byDn = call("remove-from-group", new Subject(subject.target(), Map.of("group", groupDn(subject))));
        ConnectorCall byName = call("remove-from-group", subject);
        assertThat(connector().capture(byDn)).isEqualTo(connector().capture(byName))
                .isEqualTo(TargetState.of(Map.of("member", "true", "group", groupDn(subject))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing-of-that-name", "cn=nothing," + GROUPS, BASE, "cn=admins,ou=elsewhere," + BASE, "countersign", "*"})
    void aGroupElsewhereOrOfNobodyIsRefused(String group) {
        ConnectorCall call = call("remove-from-group", new Subject(aFreshSubject("remove-from-group").target(), Map.of("group", group)));
        assertThatThrownBy(() -> connector().capture(call)).isInstanceOf(TargetUnreadable.class).hasMessageContaining(group);
    }

    @Test
    void aMissingGroupIsNamed() {
        ConnectorCall call = call("remove-from-group", new Subject(aFreshSubject("remove-from-group").target(), Map.of()));
        assertThat(act(call)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("'group'"));
    }

    /** Claiming stands between looking and sending: what a stranger does there must make the directory itself refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"disable-account", "remove-from-group"})
    void aChangeBetweenLookingAndSendingIsNotOverrun(String action) {
        Subject subject = aFreshSubject(action);
        Connector overtaken = open(settings(), ClaimsForTests.heldUp(ClaimsForTests.redeemingWith(credentials), () -> strangerDoesTheSame(action, subject), () -> { }));
        ConnectorCall call = call(action, subject);
        assertThat(overtaken.act(call, credential(Verb.ACT, call)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("at the same time"));
    }

    /** A worker is paused between using the key up and sending, its lock runs out, and the run is rolled back meanwhile. */
    @ParameterizedTest
    @ValueSource(strings = {"disable-account", "remove-from-group"})
    void anUndoDoesNotSayRestoredWhileAnOrderMayStillArrive(String action) {
        Subject subject = aFreshSubject(action);
        ConnectorCall call = call(action, subject);
        TargetState prior = connector().capture(call);
        Map<String, String> before = everythingAbout(subject);
        Connector paused = open(settings(), ClaimsForTests.heldUp(ClaimsForTests.redeemingWith(credentials), () -> { },
                () -> assertThat(undo(call, prior)).isInstanceOf(Answer.Lost.class)));
        assertThat(paused.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Accepted.class);
        assertThat(connector().capture(call)).isEqualTo(connector().expected(call, prior));
        assertThat(undo(call, prior)).isInstanceOf(Answer.Accepted.class);
        assertThat(everythingAbout(subject)).containsAllEntriesOf(before);
    }

    @Test
    void aSecondTryUnderOneKeySaysThatNobodyKnows() {
        Subject subject = aFreshSubject("disable-account");
        act(call("disable-account", subject));
        assertThat(act(call("disable-account", subject))).isInstanceOf(Answer.Lost.class);
    }

    @Test
    void anUntrustedCertificateIsRefused() {
        assertUnreachable(with(settings(), settings().url(), null));
    }

    final void assertUnreachable(LdapSettings settings) {
        Subject subject = aFreshSubject("disable-account");
        Connector stranger = open(settings);
        ConnectorCall call = call("disable-account", subject);
        assertThatThrownBy(() -> stranger.capture(call)).isInstanceOf(TargetUnreadable.class);
        assertThat(stranger.act(call, credential(Verb.ACT, call))).isInstanceOf(Answer.Refused.class);
        assertThat(stranger.check().usable()).isFalse();
    }

    static LdapSettings with(LdapSettings settings, URI url, Path caFile) {
        return settings(url, settings.startTls(), caFile, settings.bindDn(), settings.flavour(), settings.userBase());
    }

    static LdapSettings settings(URI url, boolean startTls, Path caFile, String bindDn, LdapSettings.Flavour flavour, String userBase) {
        return new LdapSettings(url, startTls, caFile, bindDn, PASSWORD, null, flavour, userBase, GROUPS, "EXAMPLE", "pwdAccountLockedTime",
                "000001010000Z", "member", Duration.ofSeconds(5), Duration.ofSeconds(2), 4);
    }

    static String dn(String name) {
        return "uid=" + name + "," + PEOPLE;
    }

    static String dn(Subject subject) {
        return dn(subject.target().value());
    }

    static String groupDn(Subject subject) {
        return "cn=" + groupOf(subject.target().value()) + "," + GROUPS;
    }

    private static String groupOf(String name) {
        return "group-of-" + name;
    }

    final Entry read(String dn) {
        try {
            return admin().getEntry(dn, "*", lockAttribute());
        } catch (LDAPException broken) {
            throw new IllegalStateException(broken);
        }
    }

    final void add(Entry entry) {
        try {
            admin().add(entry);
        } catch (LDAPException broken) {
            throw new IllegalStateException(entry.getDN(), broken);
        }
    }

    final void modify(String dn, Modification... modifications) {
        try {
            admin().modify(dn, modifications);
        } catch (LDAPException broken) {
            throw new IllegalStateException(dn, broken);
        }
    }
}

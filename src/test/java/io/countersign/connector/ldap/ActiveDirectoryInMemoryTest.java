package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flavour of Active Directory on a server without schema; its computed attributes are stored ones here. */
class ActiveDirectoryInMemoryTest extends LdapConnectorTest {

    private static final String CONTROL = "userAccountControl";
    /** NORMAL_ACCOUNT and DONT_EXPIRE_PASSWORD. */
    private static final int ENABLED = 0x200 | 0x10000;
    private static final int DISABLED = ENABLED | 0x2;
    private static final int PASSWORD_EXPIRED = 0x800000;
    private static final String UNWRITABLE = "ou=unwritable," + BASE;

    private InMemoryServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = InMemoryServer.start(folder, "localhost", null);
        for (String dn : new String[] {BASE, PEOPLE, GROUPS, UNWRITABLE}) {
            server.directory().add("dn: " + dn, dn.equals(BASE) ? "objectClass: domain" : "objectClass: organizationalUnit");
        }
        server.directory().add("dn: cn=boss," + UNWRITABLE, "objectClass: user", "userAccountControl: 512", "allowedAttributesEffective: mail");
        add(anAccount("countersign"));
    }

    @AfterAll
    void stop() {
        server.directory().shutDown(true);
    }

    @Override
    LDAPInterface admin() {
        return server.directory();
    }

    @Override
    LdapSettings settings() {
        return settings(server.ldaps(), false, server.authority(), COUNTERSIGN, LdapSettings.Flavour.ACTIVE_DIRECTORY, PEOPLE);
    }

    @Override
    Entry anAccount(String name) {
        Entry account = new Entry(dn(name));
        account.addAttribute("objectClass", "top", "person", "user");
        Map.of("sAMAccountName", name, "userPrincipalName", name + "@example.org", "cn", name, CONTROL, String.valueOf(ENABLED),
                "userPassword", PASSWORD).forEach(account::addAttribute);
        account.addAttribute("allowedAttributesEffective", "mail", "useraccountcontrol");
        return account;
    }

    @Override
    protected Subject aFreshSubject(String actionType) {
        Subject subject = super.aFreshSubject(actionType);
        modify(groupDn(subject), new Modification(ModificationType.ADD, "allowedAttributesEffective", "member"));
        return subject;
    }

    @Override
    Modification disabling() {
        return new Modification(ModificationType.REPLACE, CONTROL, String.valueOf(DISABLED));
    }

    @Override
    Modification enabling() {
        return new Modification(ModificationType.REPLACE, CONTROL, String.valueOf(ENABLED));
    }

    @Override
    String lockAttribute() {
        return CONTROL;
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(open(settings(server.ldaps(), false, server.authority(), COUNTERSIGN, LdapSettings.Flavour.ACTIVE_DIRECTORY, UNWRITABLE)),
                "No right to write userAccountControl beneath " + UNWRITABLE);
    }

    @Test
    void onlyTheBitThatDisablesIsTouched() {
        Subject subject = aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", subject);
        TargetState prior = connector().capture(call);
        act(call);
        assertThat(read(dn(subject)).getAttributeValueAsInteger(CONTROL)).isEqualTo(DISABLED);
        modify(dn(subject), new Modification(ModificationType.REPLACE, CONTROL, String.valueOf(DISABLED | PASSWORD_EXPIRED)));
        undo(call, prior);
        assertThat(read(dn(subject)).getAttributeValueAsInteger(CONTROL)).isEqualTo(ENABLED | PASSWORD_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s@example.org", "EXAMPLE\\%s", "example\\%s"})
    void anAccountIsFoundByEachOfItsNames(String form) {
        String name = aFreshSubject("disable-account").target().value();
        Target target = new Target(TargetKind.ACCOUNT, form.formatted(name));
        assertThat(connector().capture(call("disable-account", new Subject(target, Map.of())))).isEqualTo(TargetState.of("enabled", "true"));
    }

    @Test
    void theLastMemberCanBeRemovedAndPutBack() {
        Subject subject = aFreshSubject("remove-from-group");
        modify(groupDn(subject), new Modification(ModificationType.DELETE, "member", COUNTERSIGN));
        ConnectorCall call = call("remove-from-group", subject);
        TargetState prior = connector().capture(call);
        act(call);
        assertThat(connector().capture(call).attributes()).containsEntry("member", "false");
        undo(call, prior);
        assertThat(connector().capture(call)).isEqualTo(prior);
    }

    @Test
    void anAccountWhoseControlIsHiddenIsRefused() {
        Subject subject = aFreshSubject("disable-account");
        modify(dn(subject), new Modification(ModificationType.DELETE, CONTROL));
        assertThat(act(call("disable-account", subject))).isInstanceOfSatisfying(Answer.Refused.class,
                refused -> assertThat(refused.reason()).contains(CONTROL));
    }
}

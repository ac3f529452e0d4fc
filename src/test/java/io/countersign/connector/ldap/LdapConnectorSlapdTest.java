package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory connector on a real OpenLDAP, with an account that may write the lock and the membership and nothing else. */
class LdapConnectorSlapdTest extends LockAttributeTest {

    private static final String READER = "uid=reader," + PEOPLE;

    private static final String ACCESS = """
            access to attrs=userPassword by anonymous auth by * none
            access to dn.subtree="%2$s" attrs=pwdAccountLockedTime by dn.exact="%1$s" write by * read
            access to dn.subtree="%3$s" attrs=member by dn.exact="%1$s" write by * read
            access to * by * read
            """.formatted(COUNTERSIGN, PEOPLE, GROUPS);

    private Slapd slapd;
    private LDAPConnection admin;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        slapd = Slapd.start(folder, ACCESS);
        admin = slapd.bind(Slapd.ADMIN, PASSWORD);
        admin.add("dn: " + BASE, "objectClass: organization", "objectClass: dcObject", "o: Example");
        admin.add("dn: " + PEOPLE, "objectClass: organizationalUnit");
        admin.add("dn: " + GROUPS, "objectClass: organizationalUnit");
        admin.add("dn: cn=policy," + BASE, "objectClass: device", "objectClass: pwdPolicy", "pwdAttribute: userPassword", "pwdLockout: TRUE");
        add(anAccount("countersign"));
        add(anAccount("reader"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (slapd != null) {
            slapd.close();
        }
    }

    @Override
    LDAPInterface admin() {
        return admin;
    }

    @Override
    LdapSettings settings() {
        return settings(COUNTERSIGN);
    }

    @Override
    protected Broken aBrokenConnector() {
        aFreshSubject("disable-account");
        return new Broken(open(settings(READER)), "No right to write pwdAccountLockedTime beneath " + PEOPLE);
    }

    @Test
    void aMissingRightToWriteMembershipsIsNamedToo() {
        aFreshSubject("remove-from-group");
        assertThat(open(settings(READER)).check().findings())
                .anySatisfy(finding -> assertThat(finding).startsWith("No right to write member beneath " + GROUPS));
    }

    @Test
    void anActWithoutTheRightIsRefusedInPlainWords() {
        Subject subject = aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", subject);
        Answer answer = open(settings(READER)).act(call, credential(Verb.ACT, call));
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("Grant it the right"));
    }

    @Test
    void aDisabledAccountCannotSignInUntilItIsEnabledAgain() {
        Subject subject = aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", subject);
        TargetState prior = connector().capture(call);
        assertThatCode(() -> signIn(subject)).doesNotThrowAnyException();
        act(call);
        assertThatThrownBy(() -> signIn(subject)).isInstanceOf(LDAPException.class);
        undo(call, prior);
        assertThatCode(() -> signIn(subject)).doesNotThrowAnyException();
    }

    @Test
    void theLastMemberOfAGroupStays() {
        Subject subject = aFreshSubject("remove-from-group");
        modify(groupDn(subject), new Modification(ModificationType.DELETE, "member", COUNTERSIGN));
        ConnectorCall call = call("remove-from-group", subject);
        assertThat(act(call)).isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.reason()).contains("last one"));
        assertThat(connector().capture(call).attributes()).containsEntry("member", "true");
    }

    private void signIn(Subject subject) throws LDAPException {
        slapd.bind(dn(subject), PASSWORD).close();
    }

    private LdapSettings settings(String account) {
        return settings(slapd.url(), false, slapd.authority(), account, LdapSettings.Flavour.RFC2307, PEOPLE);
    }
}

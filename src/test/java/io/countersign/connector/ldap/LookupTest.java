package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import io.countersign.action.Target;
import io.countersign.action.TargetKind;
import io.countersign.connector.TargetUnreadable;
import io.countersign.connector.ldap.LdapSettings.Flavour;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name means one entry, whatever characters it has, and never the account by which Countersign itself gets in. */
class LookupTest {

    private static final String USERS = "ou=people,dc=corp,dc=example";

    private InMemoryDirectoryServer directory;

    @BeforeEach
    void twoAccounts() throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=corp,dc=example");
        config.setSchema(null);
        directory = new InMemoryDirectoryServer(config);
        directory.add("dn: dc=corp,dc=example", "objectClass: domain", "dc: corp");
        directory.add("dn: " + USERS, "objectClass: organizationalUnit", "ou: people");
        for (String name : new String[] {"svc-countersign", "ana"}) {
            directory.add("dn: cn=" + name + "," + USERS, "objectClass: user", "cn: " + name, "sAMAccountName: " + name,
                    "userPrincipalName: " + name + "@corp.example", "userAccountControl: 512");
        }
    }

    @ParameterizedTest
    @CsvSource({"svc-countersign@corp.example", "CORP\\svc-countersign", "'cn=svc-countersign,ou=people,dc=corp,dc=example'"})
    void ourOwnAccountIsNoTargetByWhateverNameItIsCalled(String boundAs) throws LDAPException {
        Lookup lookup = lookup(boundAs);
        for (String name : new String[] {"svc-countersign", "SVC-Countersign", "svc-countersign@corp.example", "CORP\\svc-countersign"}) {
            assertThatThrownBy(() -> lookup.account(directory, account(name))).as(name).isInstanceOf(TargetUnreadable.class).hasMessageContaining("Countersign itself uses");
        }
        assertThat(lookup.account(directory, account("ana")).getDN()).isEqualTo("cn=ana," + USERS);
    }

    @ParameterizedTest
    @CsvSource({"*", "ana)(objectClass=*", "an*", "ana\\2a"})
    void noCharacterOfANameIsPartOfAFilter(String name) {
        assertThatThrownBy(() -> lookup("CORP\\svc-countersign").account(directory, account(name))).isInstanceOf(TargetUnreadable.class);
    }

    @Test
    void aGroupOutsideItsBaseIsNotTouched() {
        assertThatThrownBy(() -> lookup("CORP\\svc-countersign").group(directory, "cn=admins,dc=other,dc=example")).isInstanceOf(TargetUnreadable.class)
                .hasMessageContaining("not beneath");
    }

    private static Target account(String name) {
        return new Target(TargetKind.ACCOUNT, name);
    }

    private static Lookup lookup(String boundAs) {
        LdapSettings settings = new LdapSettings(URI.create("ldaps://dc.corp.example"), false, null, boundAs, "secret of a test", null, Flavour.ACTIVE_DIRECTORY, USERS,
                "ou=groups,dc=corp,dc=example", "CORP", "pwdAccountLockedTime", "000001010000Z", "member", Duration.ofSeconds(5), Duration.ofSeconds(5), 2);
        return new Lookup(settings, new ActiveDirectoryAccounts());
    }
}

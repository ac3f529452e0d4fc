package io.countersign.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.schema.Schema;
import io.countersign.agent.Credential;
import io.countersign.agent.CredentialGrant.Verb;
import io.countersign.connector.Answer;
import io.countersign.connector.Connector;
import io.countersign.connector.ConnectorCall;
import io.countersign.connector.TargetState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LdapConnectorInMemoryTest extends LockAttributeTest {

    private static final String LOCK_DEFINITION = "( 1.3.6.1.4.1.42.2.27.8.1.17 NAME 'pwdAccountLockedTime' EQUALITY generalizedTimeMatch "
            + "SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE USAGE directoryOperation )";

    private InMemoryServer server;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Entry lock = new Entry("cn=schema");
        lock.addAttribute("attributeTypes", LOCK_DEFINITION);
        server = InMemoryServer.start(folder, "localhost", Schema.mergeSchemas(Schema.getDefaultStandardSchema(), new Schema(lock)));
        fill(server);
    }

    private void fill(InMemoryServer empty) throws Exception {
        for (String dn : new String[] {BASE, PEOPLE, GROUPS}) {
            empty.directory().add("dn: " + dn, dn.equals(BASE) ? "objectClass: domain" : "objectClass: organizationalUnit");
        }
        empty.directory().add(anAccount("countersign"));
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
        return settings(server.ldaps(), false, server.authority(), COUNTERSIGN, LdapSettings.Flavour.RFC2307, PEOPLE);
    }

    @Override
    protected Broken aBrokenConnector() {
        return new Broken(open(settings(server.ldaps(), false, server.authority(), dn("unknown"), LdapSettings.Flavour.RFC2307, PEOPLE)),
                "Cannot connect and bind as " + dn("unknown"));
    }

    @Test
    void startTlsCarriesTheWholeRoad() {
        Connector startTls = open(settings(server.ldap(), true, server.authority(), COUNTERSIGN, LdapSettings.Flavour.RFC2307, PEOPLE));
        assertThat(startTls.check().usable()).isTrue();
        Subject subject = aFreshSubject("disable-account");
        assertThat(startTls.capture(call("disable-account", subject))).isEqualTo(TargetState.of("enabled", "true"));
    }

    @Test
    void startTlsChecksTheCertificateToo() {
        assertThat(open(settings(server.ldap(), true, null, COUNTERSIGN, LdapSettings.Flavour.RFC2307, PEOPLE)).check().usable()).isFalse();
    }

    @Test
    void aCertificateOfAnotherNameIsRefused(@TempDir Path folder) throws Exception {
        InMemoryServer other = InMemoryServer.start(folder, "other.example.org", null);
        fill(other);
        LdapSettings settings = with(settings(), other.ldaps(), other.authority());
        assertUnreachable(settings);
        assertThat(open(settings).check().findings()).anySatisfy(finding -> assertThat(finding).contains("other.example.org"));
        assertUnreachable(settings(other.ldap(), true, other.authority(), COUNTERSIGN, LdapSettings.Flavour.RFC2307, PEOPLE));
        other.directory().shutDown(true);
    }

    @Test
    void anAnswerThatDoesNotComeIsLostAndTheEffectMayBeThere() {
        Subject subject = aFreshSubject("disable-account");
        ConnectorCall call = call("disable-account", subject);
        server.keepSilent();
        try {
            assertThat(act(call)).isInstanceOf(Answer.Lost.class);
        } finally {
            server.speak();
        }
        assertThat(connector().capture(call)).isEqualTo(TargetState.of("enabled", "false"));
    }

    @Test
    void aConnectionThatDiedInThePoolLosesNoOrder() {
        Subject subject = aFreshSubject("disable-account");
        connector().capture(call("disable-account", subject));
        server.directory().closeAllConnections(false);
        assertThat(act(call("disable-account", subject))).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void anUnreachableDirectoryUsesNoCredentialUp(@TempDir Path folder) throws Exception {
        Subject subject = aFreshSubject("disable-account");
        InMemoryServer gone = InMemoryServer.start(folder, "localhost", null);
        LdapSettings settings = settings(gone.ldaps(), false, gone.authority(), COUNTERSIGN, LdapSettings.Flavour.RFC2307, PEOPLE);
        gone.directory().shutDown(true);
        ConnectorCall call = call("disable-account", subject);
        Credential credential = credential(Verb.ACT, call);
        assertThat(open(settings).act(call, credential)).isInstanceOf(Answer.Refused.class);
        assertThat(connector().act(call, credential)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void anEmptyTrustFileStopsTheStart(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        assertThatThrownBy(() -> open(with(settings(), server.ldaps(), empty))).hasMessageContaining("countersign.connector.ldap.ca-file");
    }
}

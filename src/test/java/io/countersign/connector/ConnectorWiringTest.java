package io.countersign.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.countersign.agent.Agents;
import io.countersign.agent.CredentialVerifier;
import io.countersign.agent.OutstandingCredentials;
import io.countersign.agent.TestCredentials;
import io.countersign.evidence.EvidenceLog;
import io.countersign.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class ConnectorWiringTest {

    private static final String[] DIRECTORY = {"countersign.connector.ldap.bind-dn=cn=countersign,dc=example,dc=org",
            "countersign.connector.ldap.password=a-password", "countersign.connector.ldap.user-base=dc=example,dc=org",
            "countersign.connector.ldap.group-base=dc=example,dc=org"};

    private final ApplicationContextRunner application = new ApplicationContextRunner().withUserConfiguration(ConnectorsOnly.class);

    @Test
    void withoutSettingsThereIsNoConnectorButCountersignItself() {
        application.run(context -> assertThat(context.getBean(Connectors.class).all()).extracting(Connector::id).containsExactly("countersign"));
    }

    @Test
    void theSandboxIsThereOnlyWhereItIsEnabled() {
        application.withPropertyValues("countersign.connector.sandbox.enabled=false")
                .run(context -> assertThat(context.getBean(Connectors.class).all()).noneMatch(Connector::sandbox));
        application.withPropertyValues("countersign.connector.sandbox.enabled=true")
                .run(context -> assertThat(context.getBean(Connectors.class).forAction("isolate-host").sandbox()).isTrue());
    }

    @Test
    void externalListsAreThereOnlyWhereTheyAreEnabled() {
        application.withPropertyValues("countersign.connector.list.enabled=true", "countersign.connector.routes.block-url=external-list")
                .run(context -> assertThat(context.getBean(Connectors.class).forAction("block-url").id()).isEqualTo("external-list"));
        application.withPropertyValues("countersign.connector.list.enabled=true", "countersign.connector.list.max-entries=0").run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.connector.list.max-entries"));
    }

    @Test
    void aPrimaryThatIsDownDoesNotStopTheStartAndAKeyThatOthersCanReadDoes(@TempDir Path folder) throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "c2VjcmV0c2VjcmV0c2VjcmV0\n");
        String[] zone = {"countersign.connector.rpz.primary=localhost:1", "countersign.connector.rpz.zone=rpz.example.org", "countersign.connector.rpz.key-name=countersign",
            "countersign.connector.rpz.key-file=" + key, "countersign.connector.rpz.resolver=localhost:1", "countersign.connector.routes.block-domain=rpz"};
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        application.withPropertyValues(zone).run(context -> {
            Connector rpz = context.getBean(Connectors.class).forAction("block-domain");
            assertThat(rpz.id()).isEqualTo("rpz");
            assertThat(rpz.check().usable()).isFalse();
        });
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        application.withPropertyValues(zone).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("chmod 600"));
    }

    @Test
    void aDirectoryThatIsDownDoesNotStopTheStart() {
        application.withPropertyValues(DIRECTORY).withPropertyValues("countersign.connector.ldap.url=ldaps://localhost:1",
                "countersign.connector.routes.disable-account=ldap").run(context -> {
                    Connector directory = context.getBean(Connectors.class).forAction("disable-account");
                    assertThat(directory.id()).isEqualTo("ldap");
                    assertThat(directory.check().usable()).isFalse();
                });
    }

    @Test
    void aDirectoryWithoutTlsStopsTheStart() {
        application.withPropertyValues(DIRECTORY).withPropertyValues("countersign.connector.ldap.url=ldap://localhost:1").run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.connector.ldap.url").hasMessageNotContaining("a-password"));
    }

    @Test
    void aFirewallThatIsDownDoesNotStopTheStart(@TempDir Path folder) throws Exception {
        application.withPropertyValues(firewall(folder, "rw-------")).run(context -> {
            Connector firewall = context.getBean(Connectors.class).forAction("block-address");
            assertThat(firewall.id()).isEqualTo("nftables");
            assertThat(firewall.check().findings()).singleElement().asString().contains("localhost cannot be used", "cannot be reached by SSH");
        });
    }

    @Test
    void aFirewallWhoseKeyOthersMayReadStopsTheStart(@TempDir Path folder) throws Exception {
        application.withPropertyValues(firewall(folder, "rw-r--r--")).run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.connector.nftables.private-key-file"));
    }

    private static String[] firewall(Path folder, String permissions) throws Exception {
        byte[] key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
        Path file = Files.writeString(folder.resolve("key"), "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PRIVATE KEY-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        Path known = Files.writeString(folder.resolve("known_hosts"), "[localhost]:1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEmSbHGAHPRkzPp0rjN1eBtVTVb1eQcdpDIFL5q8o3W4\n");
        return new String[] {"countersign.connector.nftables.host=localhost", "countersign.connector.nftables.port=1", "countersign.connector.nftables.private-key-file=" + file,
            "countersign.connector.nftables.known-hosts-file=" + known, "countersign.connector.routes.block-address=nftables"};
    }

    @Test
    void aRouteToAConnectorThatIsNotThereStopsTheStart() {
        application.withPropertyValues("countersign.connector.routes.disable-account=ldap").run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.connector.routes.disable-account"));
    }

    @Test
    void bothConnectorsAreListed() {
        application.withPropertyValues(DIRECTORY).withPropertyValues("countersign.connector.ldap.url=ldaps://localhost:1",
                "countersign.connector.sandbox.enabled=true").run(context ->
                assertThat(context.getBean(Connectors.class).all().stream().map(Connector::id).toList())
                        .containsExactlyInAnyOrderElementsOf(List.of("countersign", "ldap", "sandbox")));
    }

    @ComponentScan(basePackageClasses = Connector.class, excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    @ConfigurationPropertiesScan(basePackageClasses = Connector.class)
    static class ConnectorsOnly {

        @Bean
        JdbcClient jdbc() {
            return TestDatabase.jdbcClient();
        }

        @Bean
        PlatformTransactionManager transactions() {
            return new DataSourceTransactionManager(TestDatabase.dataSource());
        }

        @Bean
        CredentialVerifier verifier() {
            return new TestCredentials();
        }

        @Bean
        Agents agents() {
            return mock(Agents.class);
        }

        @Bean
        OutstandingCredentials outstanding() {
            return mock(OutstandingCredentials.class);
        }

        @Bean
        EvidenceLog evidence() {
            return entry -> { };
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        ObjectMapper json() {
            return new ObjectMapper();
        }
    }
}

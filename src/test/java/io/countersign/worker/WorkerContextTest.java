package io.countersign.worker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.countersign.connector.Connector;
import io.countersign.connector.RunsInWorker;
import io.countersign.connector.remote.TestAuthority;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;

class WorkerContextTest {

    private static final String[] DIRECTORY = {"countersign.connector.ldap.url=ldaps://localhost:1", "countersign.connector.ldap.bind-dn=cn=countersign,dc=example,dc=org",
            "countersign.connector.ldap.password=a-password", "countersign.connector.ldap.user-base=dc=example,dc=org", "countersign.connector.ldap.group-base=dc=example,dc=org"};
    private static final String NODES = "countersign.worker.nodes=https://localhost:1,https://localhost:2";

    private static TestAuthority authority;
    private static TestAuthority.Pem own;

    private final ApplicationContextRunner worker = new ApplicationContextRunner().withUserConfiguration(WorkerContext.class);

    @BeforeAll
    static void certificates(@TempDir Path folder) throws Exception {
        authority = TestAuthority.in(folder);
        own = authority.issue("dmz");
    }

    /** Nobody answers at those nodes, and nobody at that directory: it goes on all the same. */
    @Test
    void itHasTheConnectorsThatAreConfiguredAndNoDatabase() {
        whole().run(context -> {
            assertThat(context.getBean(CarriesOut.class).connectors()).containsExactly("ldap");
            assertThat(context).doesNotHaveBean(DataSource.class).hasSingleBean(OrderLoops.class);
            assertThat(context.getBean(OrderLoops.class).isRunning()).isTrue();
        });
    }

    /** One that is made from its settings alone is not forgotten. */
    @Test
    void whateverIsMadeByAConfigurationMayStandInAnotherSegment() {
        methods().that().areAnnotatedWith(Bean.class).and().haveRawReturnType(assignableTo(Connector.class))
                .should().beDeclaredInClassesThat().areAnnotatedWith(RunsInWorker.class)
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(WorkerContext.CONNECTORS));
    }

    @Test
    void withoutAConnectorItDoesNotStart() {
        worker.withPropertyValues(NODES).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("No connector is configured"));
    }

    @Test
    void withoutNodesItDoesNotStart() {
        worker.withPropertyValues(DIRECTORY).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.worker.nodes must name"));
    }

    @Test
    void withoutACertificateItDoesNotStart() {
        worker.withPropertyValues(DIRECTORY).withPropertyValues(NODES).run(context -> assertThat(context).getFailure().hasStackTraceContaining("countersign.worker.ssl-bundle"));
        worker.withPropertyValues(DIRECTORY).withPropertyValues(NODES, "spring.ssl.bundle.pem.worker.truststore.certificate=" + authority.certificate())
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("spring.ssl.bundle.pem.worker.keystore.certificate must be given"));
    }

    /** A node gives orders that no credential goes with: so nobody is one only because a public authority signed its name. */
    @Test
    void withoutAnAuthorityOfTheNodesItDoesNotStart() {
        worker.withPropertyValues(DIRECTORY).withPropertyValues(NODES, "spring.ssl.bundle.pem.worker.keystore.certificate=" + own.certificate(),
                "spring.ssl.bundle.pem.worker.keystore.private-key=" + own.key())
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("spring.ssl.bundle.pem.worker.truststore.certificate must be given"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "https://user@localhost", "https://localhost/path", "https://localhost?a=b", "localhost:8443", "https://localhost:1,https://localhost:1"})
    void whatIsNoAddressOfANodeIsNamed(String nodes) {
        whole().withPropertyValues("countersign.worker.nodes=" + nodes).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.worker.nodes"));
    }

    @ParameterizedTest
    @CsvSource({"0", "65"})
    void aNumberOutOfBoundsIsNamed(int atOnce) {
        whole().withPropertyValues("countersign.worker.at-once=" + atOnce).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("countersign.worker.at-once"));
    }

    private ApplicationContextRunner whole() {
        return worker.withPropertyValues(DIRECTORY).withPropertyValues(NODES, "spring.ssl.bundle.pem.worker.keystore.certificate=" + own.certificate(),
                "spring.ssl.bundle.pem.worker.keystore.private-key=" + own.key(), "spring.ssl.bundle.pem.worker.truststore.certificate=" + authority.certificate());
    }
}
